import { describe, expect, it } from "vitest";
import type { TrajectoryPicture } from "../core/sight";
import {
  HEADING,
  logScale,
  panelScale,
  policyChanges,
  stepAxis,
  trajectoryPanels,
  upAndDown,
} from "./trajectory-plot-layout";
import {
  describeTrajectory,
  pushText,
  stepText,
  trajectoryTable,
  trajectoryTitle,
} from "./trajectory-plot-words";

const words = { actions: ["left", "right"], baseline: "V(s)" };
const picture: TrajectoryPicture = {
  index: 2,
  count: 10,
  steps: 3,
  actions: Uint8Array.of(1, 0, 1),
  rewards: Float32Array.of(1, 1, 1),
  logProbabilities: Float32Array.of(-0.5, -1.25, -0.25),
  before: Float32Array.of(0.5, 0.25, 0.75),
  after: Float32Array.of(0.625, 0.125, 0.75),
  returns: Float32Array.of(3, 2, 1),
  returnsToGo: Float32Array.of(3, 2, 1),
  baselines: Float32Array.of(1, 4, 1),
  advantages: Float32Array.of(2, -2, 0),
  ended: "terminated",
};

describe("layout", () => {
  it("puts four panels under one another, with room for their headings", () => {
    const panels = Object.values(trajectoryPanels(40, 440));
    expect(Object.keys(trajectoryPanels(40, 440))).toEqual([
      "returns",
      "advantages",
      "logProbabilities",
      "changes",
    ]);
    expect(panels[0].top).toBe(40 + HEADING);
    for (const i of [1, 2, 3]) expect(panels[i].top - panels[i - 1].bottom).toBeCloseTo(HEADING);
    expect(panels[3].bottom).toBeCloseTo(440);
    for (const { top, bottom } of panels) expect(bottom).toBeGreaterThan(top);
  });
  it("gives every step a band, and every place a step", () => {
    const axis = stepAxis(4, 100, 200);
    expect(axis.of(0)).toBe(112.5);
    for (let t = 0; t < 4; t++) expect(axis.stepAt(axis.of(t))).toBe(t);
    expect([0, 199.9, 900].map(axis.stepAt)).toEqual([0, 3, 3]);
  });
  it("has axes that reach 0 and all numbers", () => {
    const scale = panelScale([[5, NaN, 9], Float32Array.of(-3)], { top: 0, bottom: 100 });
    expect(scale.of(0)).toBeLessThan(scale.of(-3));
    expect(scale.of(9)).toBeGreaterThanOrEqual(0);
    expect(scale.of(-3)).toBeLessThanOrEqual(100);
  });
  it("has an axis of log π from 0 down to a round number below all", () => {
    const { of, ticks } = logScale([-0.5, -2.55, -Infinity], { top: 10, bottom: 40 });
    expect(ticks).toEqual([
      { at: 10, label: "0" },
      { at: 40, label: "−3" },
    ]);
    expect([0, -1.5, -9].map(of)).toEqual([10, 25, 40]);
    expect(logScale([0, 0], { top: 10, bottom: 40 }).ticks).toHaveLength(2);
  });
});

describe("upAndDown", () => {
  const y = (value: number) => 50 - 10 * value;
  it("draws one bar for each number", () => {
    const { up, down } = upAndDown([1, -2, NaN, 0, Infinity], stepAxis(5, 0, 50), y);
    expect(up).toBe("M1,50V40H9V50Z");
    expect(down).toBe("M11,50V70H19V50Z");
  });
  it("joins thin neighbours of one side, so that no seams show", () => {
    const { up, down } = upAndDown([1, 2, -1, 3], stepAxis(4, 0, 8), y);
    expect(up).toBe("M0,50V40H2V30H4V50ZM6,50V20H8V50Z");
    expect(down).toBe("M4,50V60H6V50Z");
  });
  it("shows the steps that are asked for", () => {
    expect(upAndDown([1, 1], stepAxis(2, 0, 20), y, (t) => t === 1).up).toBe("M11,50V40H19V50Z");
  });
});

describe("policyChanges", () => {
  it("are after minus before, within a round number", () => {
    const { changes, reach } = policyChanges(picture.before, picture.after);
    expect([...changes]).toEqual([0.125, -0.125, 0]);
    expect(reach).toBeCloseTo(0.15);
    expect(policyChanges([0.5], [0.5]).reach).toBeGreaterThan(0);
  });
});

describe("words", () => {
  it("say how it ended", () => {
    expect(trajectoryTitle(picture)).toBe("Trajectory 3 of 10: 3 steps, ended in a terminal state");
    expect(trajectoryTitle({ ...picture, ended: "truncated" })).toContain("cut off");
  });
  it("say how much of a long one is shown", () => {
    expect(trajectoryTitle({ ...picture, steps: 12_000 })).toBe(
      "Trajectory 3 of 10: 12,000 steps, ended in a terminal state; the first 3 are shown",
    );
  });
  it("say of a step in which direction its action is pushed", () => {
    expect(stepText(picture, 0, words)).toBe(
      "step 0: right, log π −0.50, return 3, reward-to-go 3, V(s) 1, advantage +2, pushed up ▲, π(a|s) 0.500 → 0.625",
    );
    expect(stepText(picture, 1, words)).toContain("left, log π −1.25");
    expect(stepText(picture, 1, words)).toContain("advantage −2, pushed down ▼");
    expect(stepText({ ...picture, baselines: null }, 2, words)).toContain(
      "reward-to-go 1, advantage 0, not pushed",
    );
  });
  it("count the pushes", () => {
    expect(pushText(picture)).toBe("1 action is pushed up, 1 down; 1 of 3 became more probable.");
    expect(describeTrajectory(picture, words)).toContain("V(s) there: 1.");
    expect(describeTrajectory(picture, words)).toContain("mean −0.67, lowest −1.25 at step 1.");
    expect(describeTrajectory({ ...picture, baselines: null }, words)).toContain("No baseline.");
  });
  it("are a table of all steps, without a column for a baseline that is not there", () => {
    const table = trajectoryTable(picture, words);
    expect(table.rows[1]).toEqual([1, "left", 1, -1.25, 2, 2, 4, -2, 0.25, 0.125]);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    const without = trajectoryTable({ ...picture, baselines: null }, words);
    expect(without.columns).not.toContain("V(s)");
    expect(without.rows[0]).toHaveLength(without.columns.length);
  });
});
