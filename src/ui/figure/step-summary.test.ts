import { expect, it } from "vitest";
import { zeroClock } from "../../core/algo";
import { IDLE } from "../store";
import { stepSummary } from "./step-summary";

const scenario = {
  v: 1 as const,
  env: { id: "grid-world", params: { rows: ["T..", "..."] } },
  algo: { id: "value-iteration", params: { gamma: 1 } },
  seed: 0,
};
const explanation = { state: 4, action: 1, before: 0, after: -1, terms: [], numbers: {} };

const clock = { ...zeroClock(), ticks: 1234, sweeps: 1 };

it("says what a step did and how far the run is, and nothing while running", () => {
  const run = { ...IDLE, status: "paused" as const, phase: "backup", explanation, clock };
  const where = "1 sweep, 1,234 backups.";
  expect(stepSummary({ scenario, run })).toMatch(
    new RegExp(`^Line 4: Back up.* Row 2, column 2, right: −1, was 0\\. ${where}$`),
  );
  expect(stepSummary({ scenario, run: { ...run, explanation: null } })).toMatch(
    new RegExp(`^Line 4: Back up[^.]*\\. ${where}$`),
  );
  expect(stepSummary({ scenario, run: { ...run, phase: null } })).toBe(where);
  expect(stepSummary({ scenario, run: { ...run, status: "running" } })).toBe("");
  expect(stepSummary({ scenario, run: IDLE })).toBe("");
});
