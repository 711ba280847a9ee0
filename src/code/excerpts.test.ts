import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { algoSpecs, type AlgoId } from "../algos";
import { excerptsOf } from "./excerpts";

/** What the maths of each algorithm cannot do without. */
const NAMES: Readonly<Record<AlgoId, readonly string[]>> = {
  "value-iteration": ["gamma", "probability", "argmaxQ"],
  "policy-evaluation": ["gamma", "probability", "policy"],
  "policy-iteration": ["gamma", "policy", "ties"],
  "prioritized-sweeping": ["gamma", "probability", "queue.raise"],
  "monte-carlo": ["params.gamma * nextReturn", "alpha"],
  "q-learning": ["argmaxQ", "gamma", "alpha", "tdTarget"],
  sarsa: ["nextAction", "gamma", "alpha", "tdTarget"],
  "expected-sarsa": ["probabilities", "gamma", "alpha", "tdTarget"],
  "double-q-learning": ["moved", "other", "gamma", "alpha", "tdTarget"],
  "sarsa-lambda": ["delta", "gamma", "lambda", "alpha"],
  "watkins-q-lambda": ["delta", "gamma", "lambda", "alpha", "cut()"],
  "dyna-q": ["gamma", "alpha", "planningSteps"],
  dqn: ["sample(", "gamma", "target", "learningRate"],
  reinforce: ["creditedReturns", "baselines", "logProbabilities", "learningRate"],
  "actor-critic": ["gamma", "tdTargets", "baselines", "logProbabilities"],
  ram: ["advantages", "sigma", "crossEntropy", "policyWeight"],
  "full-image": ["crossEntropy", "logits"],
};

describe.each(Object.keys(algoSpecs) as AlgoId[])("the code of %s", (algorithm) => {
  const excerpts = excerptsOf(algorithm);

  it("is what stands in the source, line for line", () => {
    expect(excerpts.length).toBeGreaterThan(0);
    for (const { file, line, text } of excerpts) {
      const source = readFileSync(file, "utf8").split("\n");
      const lines = text.split("\n");
      const there = source.slice(line - 1, line - 1 + lines.length);
      const margin = there[0].length - lines[0].length;
      expect(there).toEqual(lines.map((each) => (each === "" ? "" : " ".repeat(margin) + each)));
      expect(source.join("\n")).toContain(there.join("\n"));
    }
  });

  it("is short, whole, and holds the names of the maths", () => {
    const all = excerpts.map(({ text }) => text).join("\n");
    for (const name of NAMES[algorithm]) expect(all).toContain(name);
    expect(all).not.toContain("#region");
    for (const { text } of excerpts) {
      expect(text.split("\n").length).toBeLessThanOrEqual(45);
      expect(text.split("{").length, text).toBe(text.split("}").length);
    }
  });
});

it("there is none for an algorithm that there is not", () => {
  expect(excerptsOf("alchemy")).toEqual([]);
});
