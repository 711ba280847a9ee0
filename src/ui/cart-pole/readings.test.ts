import { describe, expect, it } from "vitest";
import type { NetworkView } from "../../core/network-run";
import { readings, solvedText, testReading } from "./readings";

const view = {
  agents: [{ state: null, action: 1, ended: null, episode: 211, return: 87 }],
  epsilon: 0.05,
  value: null,
  test: null,
  solvedAt: null,
} as unknown as NetworkView;

describe("what there is to read", () => {
  it("tells of the last test, and whether it was played to its end", () => {
    expect(testReading(null, null).value).toBe("not yet");
    expect(testReading({ mean: 487.2, episodes: 100, step: 21_000 }, null)).toMatchObject({
      value: "487.2",
      note: "100 episodes, step 21,000",
    });
    expect(testReading({ mean: 9.5, episodes: 6, step: 1000 }, null).note).toBe(
      "6 episodes, broken off, step 1,000",
    );
  });

  it("tells how far the test is that is under way, beside the last result", () => {
    const note = "testing: 37 of 100 episodes";
    expect(testReading(null, 37)).toEqual({ name: "Greedy test", value: "not yet", note });
    expect(testReading({ mean: 487.2, episodes: 100, step: 21_000 }, 37)).toMatchObject({
      value: "487.2",
      note,
    });
    expect(testReading(null, 0).note).toContain(": 0 of 100");
    expect(readings({ ...view, testing: 37 }, 475).find(({ name }) => name === "Greedy test")?.note).toBe(
      note,
    );
  });

  it("tells when the task was solved, or what that takes", () => {
    expect(solvedText(26_000, 475)).toBe("at step 26,000");
    expect(solvedText(null, 475)).toBe("not yet, needs 475");
  });

  it("leaves out what the algorithm does not have", () => {
    const names = readings(view, 475).map(({ name }) => name);
    expect(names).toEqual(["Episode", "Return so far", "Exploration", "Greedy test", "Solved"]);
    expect(readings(view, 475)[0].value).toBe("212");
    const two = { ...view, agents: [...view.agents, ...view.agents] };
    expect(readings(two, 475)[0].name).toBe("Episode, cart 1 of 2");
    expect(readings({ ...view, epsilon: null, value: 12.34 }, 475)[2].value).toBe("12.3");
    expect(readings({ ...view, q: [1, 2], value: 2 }, 475)).toHaveLength(names.length);
  });
});
