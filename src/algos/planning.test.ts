import { describe, expect, it } from "vitest";
import type { Explanation, StartRun } from "../core/algo";
import type { Env } from "../core/env";
import { parseParams, type ParamDefs } from "../core/params";
import { gridWorld } from "../envs/grid-world/env";
import { drive } from "./test-bench";
import { policyEvaluation } from "./policy-evaluation/spec";
import { start as evaluatePolicy } from "./policy-evaluation/run";
import { policyIteration } from "./policy-iteration/spec";
import { start as iteratePolicy } from "./policy-iteration/run";
import { prioritizedSweeping } from "./prioritized-sweeping/spec";
import { start as sweepByPriority } from "./prioritized-sweeping/run";
import { valueIteration } from "./value-iteration/spec";
import { start as iterateValues } from "./value-iteration/run";

/* What holds for every planning algorithm, in every world. */

type AnyStart = StartRun<Record<string, unknown>>;

interface Case {
  name: string;
  start: AnyStart;
  params: Record<string, unknown>;
  env: (changes?: object) => Env;
}

function paramsOf<P>(defs: ParamDefs<P>, raw: unknown): P {
  const parsed = parseParams(defs, raw, "test");
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const world = (raw: unknown): Env => gridWorld.create(paramsOf(gridWorld.params, raw));

const worlds: Record<string, { raw: unknown; gamma: number }> = {
  "4×4, γ = 1": { raw: undefined, gamma: 1 },
  "noisy, with walls and a pit": {
    raw: {
      rows: ["..#T", "S..T", "...."],
      noise: 0.2,
      cells: { "0,3": { reward: 10 }, "1,3": { reward: -10 } },
    },
    gamma: 0.9,
  },
  "jumps, restart and wind": {
    raw: {
      rows: ["....T", "S....", "....."],
      wind: [0, 1, 0, -1, 0],
      cells: { "0,1": { jump: { to: [2, 1], reward: 5 } }, "2,2": { reward: -20, restart: true } },
    },
    gamma: 0.95,
  },
  "a closed room, γ = 1": {
    raw: { rows: ["S..T", "....", "####", "..##"], cells: { "3,1": { reward: 20 } } },
    gamma: 1,
  },
};

const algorithms: { name: string; start: unknown; defs: unknown; variants: Record<string, unknown>[] }[] = [
  {
    name: "value iteration",
    start: iterateValues,
    defs: valueIteration.params,
    variants: [{ inPlace: false }, { inPlace: true }],
  },
  {
    name: "policy evaluation",
    start: evaluatePolicy,
    defs: policyEvaluation.params,
    variants: [
      { inPlace: false },
      { inPlace: true },
      { policy: "custom", arrows: { 4: [1], 5: [0, 1], 6: [1] } },
    ],
  },
  {
    name: "policy iteration",
    start: iteratePolicy,
    defs: policyIteration.params,
    variants: [{ inPlace: false }, { inPlace: true }, { evaluationSweeps: 1 }, { evaluationSweeps: 3 }],
  },
  { name: "prioritized sweeping", start: sweepByPriority, defs: prioritizedSweeping.params, variants: [{}] },
];

const cases: Case[] = algorithms.flatMap(({ name, start, defs, variants }) =>
  variants.flatMap((variant) =>
    Object.entries(worlds).map(([where, { raw, gamma }]) => ({
      name: `${name} ${JSON.stringify(variant)}, ${where}`,
      start: start as AnyStart,
      params: paramsOf(defs as ParamDefs<Record<string, unknown>>, { gamma, theta: 1e-3, ...variant }),
      env: (changes = {}) => world({ ...(raw as object), ...changes }),
    })),
  ),
);

interface Tables {
  Q: Float64Array;
  V: Float64Array;
}

/** A hash of the bits of a table. */
function fingerprint(table: Float64Array): number {
  let hash = 0;
  for (const word of new Uint32Array(table.buffer)) hash = Math.imul(hash ^ word, 0x01000193) + 1;
  return hash;
}

/** Drives a run to its end, noting every yield with the clock and the tables at it. */
function record(
  { start, params, env }: Case,
  { fine, restart, most = 4000 }: { fine: (yields: number) => boolean; restart: boolean; most?: number },
) {
  const yields: string[] = [];
  const explanations: (Explanation | null)[] = [];
  const ticks: string[] = [];
  const environment = env();
  let driven = drive(start, environment, params);
  while (yields.length < most) {
    driven.pace.fine = fine(yields.length);
    const before = { ...driven.clock };
    const phase = driven.next();
    if (phase === null) break;
    const { clock, run } = driven;
    const { Q, V } = run.memory as Tables;
    yields.push(`${clock.ticks} ${phase}`);
    explanations.push(run.explain());
    if (clock.ticks > before.ticks) {
      if (clock.ticks !== before.ticks + 1) throw new Error("More than a tick at once.");
      ticks.push(`${JSON.stringify(clock)} ${phase} ${fingerprint(Q)} ${fingerprint(V)}`);
      const atBoundary = clock.sweeps > before.sweeps || clock.stages > before.stages;
      if (restart && atBoundary) {
        driven = drive(start, environment, params, {
          memory: structuredClone(run.memory),
          clock: { ...clock },
        });
      }
    }
  }
  const view = driven.run.view();
  return {
    yields,
    ticks,
    explanations,
    outcome: driven.outcome,
    policy: Array.from(view.policy),
    clock: driven.clock,
  };
}

const allFine = () => true;
const coarse = () => false;

describe.each(cases)("$name", (one) => {
  it("goes on bit for bit when started again at every boundary, fine phases included", () => {
    const straight = record(one, { fine: allFine, restart: false });
    const restarted = record(one, { fine: allFine, restart: true });
    expect(restarted.yields).toEqual(straight.yields);
    expect(restarted.ticks).toEqual(straight.ticks);
    expect(restarted.outcome).toEqual(straight.outcome);
    expect(restarted.policy).toEqual(straight.policy);
  });

  it("does the same at any pace", () => {
    const fine = record(one, { fine: allFine, restart: false, most: 1e5 });
    const fast = record(one, { fine: coarse, restart: false, most: 1e5 });
    const mixed = record(one, { fine: (yields) => yields % 7 < 3, restart: true, most: 1e5 });
    expect(fast.ticks).toEqual(fine.ticks);
    expect(mixed.ticks).toEqual(fine.ticks);
    expect(fast.outcome).toEqual(fine.outcome);
    expect(mixed.outcome).toEqual(fine.outcome);
    expect(fast.outcome?.reason).toBe("converged");
    expect(fast.yields.length).toBe(fast.clock.ticks);
  });

  it("explains every backup with the numbers that it used", () => {
    const { explanations } = record(one, { fine: allFine, restart: false });
    let previous: Explanation | null = null;
    for (const explanation of explanations) {
      if (explanation && explanation.terms.length > 0) expectSum(explanation);
      if (explanation?.numbers.V !== undefined) expectAverage(explanation);
      if (
        explanation &&
        previous &&
        explanation.state === previous.state &&
        explanation.action === previous.action
      )
        expect(explanation.terms).toEqual(previous.terms); // until another backup is done it stays as it was
      previous = explanation;
    }
  });

  it.each([Infinity, 1, 37, 200])(
    "finds the new values after γ and the world change at tick %d",
    (moment) => {
      const params: Record<string, unknown> = { ...one.params, theta: 1e-11 };
      const first = drive(one.start, one.env(), params);
      while (first.clock.ticks < moment && first.next() !== null);
      params.gamma = 0.5;
      first.run.disturb?.();
      if (!first.outcome) for (let i = 0; i < 5; i++) first.next(); // the running sweep goes on with the new γ
      const { memory } = first.run;
      const changed = one.env({ stepReward: -2 });
      const second = drive(one.start, changed, params, { memory, clock: first.clock });
      second.run.disturb?.();
      expect(second.finish().reason).toBe("converged");
      const fresh = drive(one.start, changed, params);
      fresh.finish();
      const [a, b] = [second.run.view(), fresh.run.view()];
      a.V.forEach((value, s) => expect(value).toBeCloseTo(b.V[s], 8));
      a.Q.forEach((value, pair) => expect(value).toBeCloseTo(b.Q[pair], 8));
    },
  );
});

function expectSum({ terms, after, numbers }: Explanation): void {
  const sum = terms.reduce(
    (s, t) => s + t.probability * (t.reward + (t.ends ? 0 : numbers.gamma * t.nextValue)),
    0,
  );
  expect(sum).toBeCloseTo(after, 10);
  expect(terms.reduce((s, t) => s + t.probability, 0)).toBeCloseTo(1, 12);
}

function expectAverage({ numbers }: Explanation): void {
  let sum = 0;
  let share = 0;
  for (let a = 0; a < 4; a++) {
    sum += numbers[`pi${a}`] * numbers[`q${a}`];
    share += numbers[`pi${a}`];
  }
  expect(share).toBeCloseTo(1, 12);
  expect(sum).toBeCloseTo(numbers.V, 10);
}

describe("the best action named for a successor", () => {
  it("has the value that the synchronous backup used", () => {
    const { raw, gamma } = worlds["noisy, with walls and a pit"];
    const driven = drive(iterateValues, world(raw), { gamma, theta: 1e-9, inPlace: false });
    let before = driven.run.memory.Q.slice(); // Q_i while the sweep writes Q_{i+1}
    for (let sweep = 1; sweep <= 5; sweep++) {
      while (driven.clock.sweeps < sweep) {
        driven.next();
        for (const { ends, next, nextAction, nextValue } of driven.run.explain()?.terms ?? []) {
          expect(ends).toBe(nextAction === undefined);
          if (nextAction !== undefined) expect(nextValue).toBe(before[next * 4 + nextAction]);
        }
      }
      before = driven.run.memory.Q.slice();
    }
  });
});

describe("synchronous and in place", () => {
  it.each(Object.entries(worlds))("reach the same values: %s", (_, { raw, gamma }) => {
    const env = world(raw);
    const model = env.model;
    if (!model) throw new Error("no model");
    const [synchronous, inPlace] = [false, true].map((flag) => {
      const driven = drive(iterateValues, env, { gamma, theta: 1e-13, inPlace: flag });
      driven.finish();
      return driven;
    });
    synchronous.run.view().Q.forEach((q, pair) => expect(q).toBeCloseTo(inPlace.run.view().Q[pair], 9));
    expect(inPlace.clock.sweeps).toBeLessThanOrEqual(synchronous.clock.sweeps);
  });
});

describe("the contraction bound", () => {
  const discounted = cases.filter(
    ({ params, name }) => (params.gamma as number) < 1 && !name.startsWith("prior"),
  );
  it.each(discounted)("holds in every sweep: $name", ({ start, env, params }) => {
    if (params.evaluationSweeps) return; // the policy changes under way
    const driven = drive(start, env(), params);
    driven.finish();
    const { residual, bound } = driven.logs;
    expect(residual.length).toBe(driven.clock.sweeps);
    residual.forEach((r, k) => expect(r).toBeLessThanOrEqual(bound[k] * (1 + 1e-9) + 1e-12));
    expect(bound[1]).toBeCloseTo(bound[0] * (params.gamma as number), 12);
  });

  it.each(discounted)("holds after γ has changed in mid-sweep: $name", ({ start, env, params }) => {
    if (params.evaluationSweeps) return;
    const live = { ...params };
    const driven = drive(start, env(), live);
    driven.sweeps(2);
    for (let i = 0; i < 5; i++) driven.next();
    live.gamma = 0.5;
    driven.run.disturb?.();
    driven.finish();
    const { residual, bound } = driven.logs;
    residual.forEach((r, k) => expect(r).toBeLessThanOrEqual(bound[k] * (1 + 1e-9) + 1e-12));
  });
});
