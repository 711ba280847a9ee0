import { beforeEach, expect, it } from "vitest";
import { dismiss, forgetRun, notify, notifyOfRun } from "./notify";
import { useLab } from "./store";

const shown = () => useLab.getState().notices.map(({ says }) => says);

beforeEach(() => {
  for (const { id } of useLab.getState().notices) dismiss(id);
});

it("takes what is said of a run away when another one begins, and leaves the rest", () => {
  notify({ kind: "info", says: "Saved." });
  notifyOfRun({ kind: "info", says: "Training was kept." }, true);
  notifyOfRun({ kind: "problem", says: "The run cannot go on." });
  forgetRun();
  expect(shown()).toEqual(["Saved."]);
});

it("takes away what is said of where a run stands when it goes on, but no offer and no problem", () => {
  notifyOfRun({ kind: "info", says: "Training was kept." }, true);
  notifyOfRun({ kind: "info", says: "Training of this experiment was kept: go on?" });
  notifyOfRun({ kind: "problem", says: "The run cannot go on." });
  forgetRun(true);
  expect(shown()).toEqual(["Training of this experiment was kept: go on?", "The run cannot go on."]);
  forgetRun();
  expect(shown()).toEqual([]);
});
