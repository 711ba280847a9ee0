import { describe, expect, it } from "vitest";
import { scenarioNotices } from "./notices";
import { parseScenario } from "./parse";

function notices(rows: string[], algo: string, gamma: number, stop?: unknown): string {
  const parsed = parseScenario({
    v: 1,
    env: { id: "grid-world", params: { rows } },
    algo: { id: algo, params: { gamma } },
    ...(stop !== undefined && { stop }),
  });
  if (!parsed.ok) throw new Error(parsed.error);
  return scenarioNotices(parsed.value).join("\n");
}

describe("scenarioNotices", () => {
  it("say nothing of an ordinary scenario", () => {
    expect(notices(["S.T"], "q-learning", 1)).toBe("");
    expect(notices(["..T"], "value-iteration", 1)).toBe("");
    expect(notices(["S.#T"], "value-iteration", 0.9)).toBe("");
    expect(notices(["S.T", "###", "..."], "value-iteration", 1)).toBe(""); // nobody can come to the closed room
  });

  it.each<[string, string[], string, number, RegExp]>([
    ["a missing start", ["..T"], "q-learning", 0.9, /no start.*random floor cell/],
    ["a missing terminal", ["S.."], "q-learning", 0.9, /no terminal, or none.*every episode is cut off/],
    ["a walled-in start", ["S#T"], "q-learning", 0.9, /none can be reached from the start/],
    ["a terminal out of reach of some starts", [".#.T"], "q-learning", 0.9, /From some starts/],
    ["no terminal and γ = 1", ["S.."], "value-iteration", 1, /γ = 1/],
    ["a cell from which no terminal can be reached, and γ = 1", [".#.T"], "value-iteration", 1, /γ = 1/],
  ])("name %s", (_, rows, algo, gamma, message) => {
    expect(notices(rows, algo, gamma)).toMatch(message);
  });

  it("name a stop that never comes", () => {
    expect(notices(["S.T"], "q-learning", 1, { converged: true })).toMatch(/number of episodes/);
    expect(notices(["S.T"], "value-iteration", 1, { episodes: 3 })).toMatch(/has no episodes/);
  });
});
