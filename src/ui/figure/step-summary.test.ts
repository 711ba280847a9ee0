import { expect, it } from "vitest";
import { IDLE } from "../store";
import { stepSummary } from "./step-summary";

const scenario = {
  v: 1 as const,
  env: { id: "grid-world", params: { rows: ["T..", "..."] } },
  algo: { id: "value-iteration", params: { gamma: 1 } },
  seed: 0,
};
const explanation = { state: 4, action: 1, before: 0, after: -1, terms: [], numbers: {} };

it("says what a step did, and nothing while running", () => {
  const run = { ...IDLE, status: "paused" as const, phase: "backup", explanation };
  expect(stepSummary({ scenario, run })).toMatch(/^Line 4: Back up.* Row 2, column 2, right: −1, was 0\.$/);
  expect(stepSummary({ scenario, run: { ...run, explanation: null } })).toMatch(/^Line 4: Back up[^.]*\.$/);
  expect(stepSummary({ scenario, run: { ...run, status: "running" } })).toBe("");
  expect(stepSummary({ scenario, run: IDLE })).toBe("");
});
