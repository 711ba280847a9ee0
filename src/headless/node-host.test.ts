import { expect, it, vi } from "vitest";
import { DigitLoader } from "../engine/digits";
import { nodeHost } from "./node-host";

it("refuses a part of the digits: nobody is there who could do something else or try again", async () => {
  const missing = "There are no training digits, only those to test on.";
  const load = vi.spyOn(DigitLoader.prototype, "load");
  load.mockResolvedValue({ train: null, test: null, missing });
  const { fetchDigits } = nodeHost(() => {});
  await expect(fetchDigits(1000, () => {})).rejects.toThrow(missing);
  const all = { train: null, test: null, missing: null };
  load.mockResolvedValue(all);
  expect(await fetchDigits(1000, () => {})).toBe(all);
});
