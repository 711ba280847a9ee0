import { describe, expect, it } from "vitest";
import type { Scenario } from "../core/scenario";
import { locksNamed } from "./lock-names";
import { isLocked, needsLocked } from "./locks";
import { parseScenario } from "./parse";
import { withAlgorithm } from "./switch-algorithm";

const parsed = parseScenario({ v: 1, env: { id: "grid-world" }, algo: { id: "q-learning" }, seed: 1 });
if (!parsed.ok) throw new Error(parsed.error);
const scenario = parsed.value;

function withParam(part: "env" | "algo", name: string, value: unknown): Scenario {
  return { ...scenario, [part]: { ...scenario[part], params: { ...scenario[part].params, [name]: value } } };
}

describe("what is locked", () => {
  it("is nothing where there are no locks, and nothing by an unknown name", () => {
    expect(isLocked(undefined, "seed")).toBe(false);
    expect(isLocked([], "seed")).toBe(false);
    expect(isLocked(["constructor", "gamma"], "algo.gamma")).toBe(false);
  });

  it("is a control by its name, by its group, and all by all", () => {
    expect(isLocked(["algo.gamma"], "algo.gamma")).toBe(true);
    expect(isLocked(["algo.gamma"], "algo.alpha")).toBe(false);
    expect(isLocked(["parameters"], "env.noise")).toBe(true);
    expect(isLocked(["parameters"], "algo")).toBe(false);
    expect(isLocked(["parameters"], "seed")).toBe(false);
    for (const name of ["algo", "editor", "seed", "stop", "push", "algo.gamma"]) {
      expect(isLocked(["all"], name)).toBe(true);
    }
  });
});

describe("a change", () => {
  const rows = ["S..T"];
  it.each<[string, string[], Scenario, boolean]>([
    ["of a free parameter", ["algo.alpha"], withParam("algo", "gamma", 0.5), false],
    ["of a locked parameter", ["algo.gamma"], withParam("algo", "gamma", 0.5), true],
    ["of the world's parameter", ["parameters"], withParam("env", "noise", 0.5), true],
    ["of the map", ["editor"], withParam("env", "rows", rows), true],
    ["of the map, parameters being locked", ["parameters"], withParam("env", "rows", rows), false],
    ["of the seed", ["seed"], { ...scenario, seed: 2 }, true],
    ["of the stop", ["all"], { ...scenario, stop: { sweeps: 2 } }, true],
    ["of title and notes", ["all"], { ...scenario, title: "a", notes: "b" }, false],
    ["of the locks themselves", ["all"], { ...scenario, locks: [] }, false],
    ["of the algorithm", ["algo"], withAlgorithm(scenario, "sarsa"), true],
    ["of the algorithm, parameters being locked", ["parameters"], withAlgorithm(scenario, "sarsa"), false],
  ])("%s", (_what, locks, after, isNeeded) => {
    expect(needsLocked(locks, scenario, after)).toBe(isNeeded);
    expect(needsLocked([], scenario, after)).toBe(false);
  });
});

it.each<[string, string[]]>([
  ["map", ["editor"]],
  ["algorithm", ["algo"]],
  ["all", ["all"]],
  ["seed", ["seed"]],
  ["gamma", ["algo.gamma"]],
  ["algo.gamma", ["algo.gamma"]],
  ["noise", ["env.noise"]],
  ["env.gamma", []],
  ["gama", []],
  ["", []],
  ["__proto__", []],
  ["algo.constructor", []],
  ["toString", []],
])("the word %j in an address locks %j", (word, locks) => {
  expect(locksNamed(word)).toEqual(locks);
});
