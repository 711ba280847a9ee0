import katex from "katex";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AlgoSpec } from "../../core/algo";
import type { Env } from "../../core/env";
import { defaultsOf, parseParams, type AnyParamDefs } from "../../core/params";
import { threeSteps } from "../../nn/policy-test-world";
import { openOnly } from "../../nn/test-tools";
import { start as startActorCritic } from "../actor-critic/run";
import { actorCritic } from "../actor-critic/spec";
import { driveNetwork } from "../network-test-bench";
import { start } from "./run";
import { reinforce } from "./spec";

const SPECS = [reinforce, actorCritic] as unknown as readonly AlgoSpec<Record<string, unknown>>[];
const tiny = { trajectories: 2, units: 3, gamma: 0.5 };

const rendered = (line: string): string =>
  katex.renderToString(line, { throwOnError: true, strict: "error", trust: true });

describe.each(SPECS)("$title", (spec) => {
  it("has defaults that go together, and caps", () => {
    expect(parseParams(spec.params, undefined, spec.title)).toEqual({
      ok: true,
      value: defaultsOf(spec.params),
    });
    for (const raw of [{ trajectories: 33 }, { units: 257 }, { hiddenLayers: 4 }, { learningRate: 2 }]) {
      expect(parseParams(spec.params, raw, spec.title)).toMatchObject({ ok: false });
    }
  });

  it("every phase is a line of the pseudo-code, in order, and all of it is KaTeX", () => {
    const lines = Object.values(spec.phases).map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(Math.max(...lines)).toBe(spec.pseudoCode.length);
    for (const { text } of spec.pseudoCode) {
      text.split("$").forEach((part, i) => i % 2 === 1 && rendered(part));
    }
    for (const { symbol } of Object.values(spec.params as unknown as AnyParamDefs))
      if (symbol) rendered(symbol);
  });
});

describe("the equation", () => {
  let backend: Awaited<ReturnType<typeof openOnly>>;
  beforeAll(async () => {
    backend = await openOnly("wasm", undefined);
  });
  afterAll(() => backend.dispose());

  it("is the rule alone while there are no numbers", () => {
    for (const { equation, network } of [reinforce, actorCritic]) {
      expect(network?.equation(null, 3)).toEqual(equation(null));
      for (const line of equation(null)) rendered(line);
    }
  });

  it("of REINFORCE gains a line with every line of the pseudo-code", async () => {
    const driven = driveNetwork(start, threeSteps("terminated") as Env, reinforce.params, tiny);
    const grown: [string, number][] = [];
    for (let phase = ""; phase !== "baseline";) {
      phase = (await driven.next(true)) ?? "";
      const explanation = driven.run.explain();
      if (explanation) grown.push([phase, reinforce.network?.equation(explanation, 1).length ?? 0]);
    }
    expect(grown).toEqual([
      ["observe", 2],
      ["returns", 3],
      ["advantage", 5],
      ["gradient", 5],
      ["weights", 6],
      ["baseline", 6],
    ]);
    driven.run.dispose();
  });

  it.each([
    ["whole", { credit: "whole" }, "G_t = r(\\tau) = \\sum_{t'} r_{t'} = \\mathbf{7}"],
    ["to-go", { credit: "to-go" }, "G_t = r_t + G_{t+1} = 2 + 4 = \\mathbf{6}"],
    ["discounted", {}, "G_t = r_t + \\gamma\\,G_{t+1} = 2 + 0.5\\cdot 4 = \\mathbf{4}"],
  ] as const)("of REINFORCE has the numbers of the step: %s", async (_, given, line) => {
    const driven = driveNetwork(start, threeSteps("terminated") as Env, reinforce.params, {
      ...tiny,
      baseline: "none",
      ...given,
    });
    await driven.until((clock) => clock.updates >= 1);
    const explanation = driven.run.explain();
    const lines = reinforce.network?.equation(explanation, 1) ?? [];
    for (const each of lines) rendered(each);
    expect(lines).toContain(line);
    expect(lines[1]).toContain("t = 1:");
    expect(lines.at(-2)).toMatch(/\\tfrac\{1\}\{2\}.*more probable/);
    // A row beyond the end is the last step.
    expect(reinforce.network?.equation(explanation, 99)[1]).toContain("t = 2:");
    driven.run.dispose();
  });

  it("of REINFORCE says by what advantages were normalised", async () => {
    const given = { ...tiny, baseline: "none", credit: "to-go", normalise: true } as const;
    const driven = driveNetwork(start, threeSteps("terminated") as Env, reinforce.params, given);
    await driven.until((clock) => clock.updates >= 1);
    const lines = reinforce.network?.equation(driven.run.explain(), 2) ?? [];
    for (const each of lines) rendered(each);
    expect(lines[3]).toBe(
      "A_t = \\frac{G_t - \\text{mean}}{\\text{s.d.}} = \\frac{4 - 5.667}{1.247} = \\mathbf{-1.336}",
    );
    expect(lines[4]).toContain("less probable");
    driven.run.dispose();
  });

  it("of actor-critic has returns, or one reward and the critic’s next value", async () => {
    for (const advantage of ["monte-carlo", "td"] as const) {
      const env = threeSteps("terminated") as Env;
      const driven = driveNetwork(startActorCritic, env, actorCritic.params, { ...tiny, advantage });
      await driven.until((clock) => clock.updates >= 1);
      const explanation = driven.run.explain();
      const lines = actorCritic.network?.equation(explanation, 1) ?? [];
      for (const each of lines) rendered(each);
      expect(lines).toHaveLength(7);
      expect(lines[2]).toContain(
        advantage === "td"
          ? "r_t + \\gamma V_\\phi(s_{t+1}) = 2 + 0.5\\cdot"
          : "= 2 + 0.5\\cdot 4 = \\mathbf{4}",
      );
      expect(lines[3]).toContain("G_t - V_\\phi(s_t)");
      // The factors of the losses that run.test.ts computes by hand: two trajectories of three steps.
      expect(lines[0]).toMatch(/\\tfrac1m A.*\\tfrac1n \\nabla_\\phi/);
      expect(lines[4]).toContain("\\Delta\\theta \\mathrel{+}= \\tfrac{1}{2}\\cdot ");
      expect(lines[5]).toContain("\\Delta\\phi \\mathrel{+}= \\tfrac{1}{6}\\,\\nabla_\\phi");
      driven.run.dispose();
    }
  });
});
