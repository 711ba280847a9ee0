import katex from "katex";
import { describe, expect, it } from "vitest";
import type { NetworkExplanation } from "../../core/network-run";
import { defaultsOf, parseParams } from "../../core/params";
import { epsilonAt, learningRateAt, updatesDue } from "./schedules";
import { dqn, type DqnParams } from "./spec";
import { STAGES, stageNumber, type Stage } from "./stages";
import { epsilonGreedy } from "./values";

const defaults = defaultsOf(dqn.params);

describe("parameters", () => {
  it("the defaults go together", () => {
    expect(parseParams(dqn.params, undefined, "DQN")).toEqual({ ok: true, value: defaults });
    expect(dqn.check?.(defaults)).toEqual([]);
  });

  it("that do not go together are refused, with what to do", () => {
    expect(dqn.check?.({ ...defaults, capacity: 50, batchSize: 64, warmup: 64 })).toEqual([
      "A minibatch of 64 transitions does not fit into a memory of 50: choose a minibatch of at most 50, or a larger capacity.",
    ]);
    expect(dqn.check?.({ ...defaults, batchSize: 64, warmup: 63 })).toEqual([
      "After a warm-up of 63 steps there are too few transitions for a minibatch of 64: choose a warm-up of at least 64, or a smaller minibatch.",
    ]);
  });

  it("have caps", () => {
    for (const raw of [{ capacity: 100_001 }, { batchSize: 513 }, { environments: 17 }, { units: 257 }]) {
      expect(parseParams(dqn.params, raw, "DQN")).toMatchObject({ ok: false });
    }
  });
});

describe("schedules", () => {
  const params: DqnParams = { ...defaults, epsilon: 0.8, epsilonEnd: 0.2, epsilonSteps: 600 };

  it("fall evenly, then stay", () => {
    expect([0, 100, 600, 9000].map((step) => epsilonAt(params, step))).toEqual(
      [0.8, 0.7, 0.2, 0.2].map((x) => expect.closeTo(x, 12)),
    );
    const rates = { ...params, learningRate: 1e-2, learningRateEnd: 0, decaySteps: 100 };
    expect([0, 25, 100, 101].map((step) => learningRateAt(rates, step))).toEqual([0.01, 0.0075, 0, 0]);
    expect(epsilonAt({ ...params, learning: false }, 0)).toBe(0);
  });

  it("count the updates that fall due", () => {
    const due = (trainEvery: number, before: number, after: number) =>
      updatesDue({ ...params, trainEvery }, before, after);
    expect([
      due(1, 7, 8),
      due(1, 8, 16),
      due(4, 6, 7),
      due(4, 7, 8),
      due(4, 0, 16),
      due(100, 16, 32),
    ]).toEqual([1, 8, 0, 1, 4, 0]);
  });

  it("ε-greedy: the rest of the probability goes to the first best action", () => {
    expect(epsilonGreedy([1, 3, 3], 0.3)).toEqual([0.1, 0.8, 0.1].map((x) => expect.closeTo(x, 12)));
  });
});

describe("the equation", () => {
  const row = {
    place: 3,
    action: 1,
    reward: 1,
    terminated: 0,
    s0: 0.1,
    s1: -0.2,
    next0: 0.3,
    next1: -0.4,
    nextQ0: 4,
    nextQ1: 6,
    own0: 7,
    own1: 5,
    choice: 0,
    nextValue: 4,
    y: 4.6,
    q: 3,
    delta: 1.6,
    rowLoss: 1.1,
    qAfter: 3.2,
  };
  const numbers = {
    batch: 64,
    gamma: 0.9,
    double: 1,
    huber: 1,
    hasTarget: 1,
    loss: 0.5,
    gradientNorm: 12,
    limit: 10,
    learningRate: 0.002,
    tau: 0.01,
  };
  const at = (
    stage: Stage,
    changes: Record<string, number> = {},
    rowChanges: Record<string, number> = {},
  ) => {
    const explanation: NetworkExplanation = {
      numbers: { ...numbers, ...changes, stage: stageNumber(stage) },
      rows: [
        { ...row, action: 0 },
        { ...row, ...rowChanges },
      ],
    };
    return dqn.network?.equation(explanation, 1) ?? [];
  };

  it("grows with the update, to eight lines", () => {
    expect(STAGES.map((stage) => at(stage).length)).toEqual([2, 4, 6, 6, 7, 8]);
    expect(at("sample")).toEqual([
      "s_j = (0.1,\\,-0.2),\\quad a_j = 1",
      "r_j = 1,\\quad s'_j = (0.3,\\,-0.4)",
    ]);
  });

  it("has the numbers of the chosen transition", () => {
    const lines = at("sync");
    expect(lines[2]).toContain("\\{7,\\;5\\} = 0");
    expect(lines[3]).toContain("Q(s'_j,a^*;\\theta^-) = 1 + 0.9\\cdot 4 = 4.6");
    expect(lines[4]).toContain("4.6 - 3 = 1.6,\\quad \\ell = |\\delta_j| - \\tfrac12 = 1.1");
    expect(lines[5]).toContain("= 0.5,\\quad \\lVert\\nabla_{\\theta} L\\rVert = 12\\;\\to\\; 10");
    expect(lines[6]).toContain("3 \\to 3.2");
    expect(lines[7]).toBe("\\theta^- \\leftarrow 0.99\\,\\theta^- + 0.01\\,\\theta");
  });

  it("follows the switches", () => {
    expect(at("targets", { double: 0 }, { choice: 1, nextValue: 6, y: 6.4 }).slice(2)).toEqual([
      "\\max_{a'} Q(s'_j,a';\\theta^-) = \\max\\{4,\\;6\\} = 6",
      "y_j = r_j + \\gamma \\max_{a'} Q(s'_j,a';\\theta^-) = 1 + 0.9\\cdot 6 = 6.4",
    ]);
    expect(at("targets", { hasTarget: 0 })[3]).toContain("Q(s'_j,a';\\theta) =");
    expect(at("targets", {}, { terminated: 1 })).toHaveLength(3);
    expect(at("targets", {}, { terminated: 1 })[2]).toContain("y_j = r_j = 1");
    expect(at("loss", { huber: 0 })[4]).toContain("\\ell = \\delta_j^2");
    expect(at("loss", {}, { delta: 0.5 })[4]).toContain("\\tfrac12\\delta_j^2");
    expect(at("gradient", { gradientNorm: 9 })[5]).not.toContain("\\to");
    const { tau: _, ...copied } = numbers;
    const explanation = { numbers: { ...copied, stage: stageNumber("sync") }, rows: [row] };
    expect(dqn.network?.equation(explanation, 5).at(-1)).toBe("\\theta^- \\leftarrow \\theta");
  });

  it("is in symbols before the first update", () => {
    expect(dqn.network?.equation(null, 0)).toHaveLength(4);
    expect(dqn.equation(null)).toHaveLength(4);
  });

  it("can be set, and so can the pseudo-code", () => {
    const lines = [
      ...dqn.equation(null),
      ...STAGES.flatMap((stage) => at(stage)),
      ...at("sync", { double: 0, limit: NaN }),
    ];
    const code = dqn.pseudoCode.flatMap(({ text }) =>
      Array.from(text.matchAll(/\$([^$]*)\$/g), ([, tex]) => tex),
    );
    const symbols = Object.values(dqn.params).flatMap(({ symbol }: { symbol?: string }) => symbol ?? []);
    expect(code.length).toBeGreaterThan(10);
    for (const tex of [...lines, ...code, ...symbols]) {
      expect(() => katex.renderToString(tex, { throwOnError: true, strict: "error" }), tex).not.toThrow();
    }
  });
});
