import { expect, it } from "vitest";
import { home } from "../../messages/home";
import { LABS } from "../labs";
import { LAB_IDS } from "./lab-ids";

it("the landing page names every lab as it names itself", () => {
  expect(LAB_IDS.map((id) => ({ id, title: home[id] }))).toEqual(LABS);
});
