import { isDeepStrictEqual } from "node:util";
import katex from "katex";
import { describe, expect, it } from "vitest";
import type { AlgoSpec, Explanation, StartRun } from "../core/algo";
import { defaultsOf } from "../core/params";
import type { Env } from "../core/env";
import { loadAlgorithm } from "../engine/loaders";
import { gridWorld } from "../envs/grid-world/env";
import type { GridWorldParams } from "../envs/grid-world/params";
import { statesOf } from "../core/streams";
import { algoSpec, algoSpecs } from "./index";
import { begin, type Driven } from "./test-bench";

type Params = Record<string, unknown>;
type AnyRun = Driven<unknown, Params>;

const learners = Object.keys(algoSpecs).filter((id) => {
  const spec = algoSpec(id);
  return spec?.family === "learning" && !spec.network;
});

/** Slippery and windy, with walls, bumps and rewards; half of the episodes are cut off after 12 steps. */
const settings: GridWorldParams = {
  ...defaultsOf(gridWorld.params),
  rows: ["S..#", ".#..", "...T"],
  cells: { "2,1": { reward: -5, restart: true }, "2,3": { reward: 3 } },
  bumpReward: -0.5,
  noise: 0.3,
  wind: [0, 0, 1, 0],
  maxSteps: 12,
};
const world = gridWorld.create(settings);

const variants: Record<string, Params> = {
  plain: { planningSteps: 3, traces: "accumulating" },
  "1/N, falling ε, optimistic": {
    gamma: 0.9,
    alphaSchedule: "one-over-n",
    epsilonSchedule: "linear",
    epsilonEpisodes: 10,
    initialQ: 2,
    planningSteps: 1,
    traces: "replacing",
  },
  "ε = 1": { gamma: 0.95, epsilon: 1, alpha: 0.3, planningSteps: 0, lambda: 1 },
};

async function startOf(id: string): Promise<{ spec: AlgoSpec<Params>; start: StartRun<Params> }> {
  const spec = algoSpec(id);
  if (!spec) throw new Error(`There is no algorithm called ${id}.`);
  return { spec, start: (await loadAlgorithm(id)) as StartRun<Params> };
}

const known = (spec: AlgoSpec<Params>, params: Params) =>
  Object.fromEntries(Object.entries(params).filter(([name]) => name in spec.params));

/** All that a student can see, and all that the run needs. */
const picture = ({ run, context }: AnyRun) => ({
  clock: context.clock,
  view: run.view(),
  explanation: run.explain(),
  memory: run.memory,
});

/** `toEqual` for thousands of tables: it runs only where they differ, to say where. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}

const streamsOf = ({ context }: AnyRun) => statesOf(context.streams);

const cases = learners.flatMap((id) => Object.keys(variants).map((variant) => ({ id, variant })));

describe.each(cases)("$id, $variant", ({ id, variant }) => {
  it("goes on after a restart at the end of an episode exactly as without", async () => {
    const { spec, start } = await startOf(id);
    const params = known(spec, variants[variant]);
    const straight = begin(start, world, spec.params, params);
    let restarted = begin(start, world, spec.params, params);
    for (let i = 0; i < 400; i++) {
      expect(restarted.phase()).toBe(straight.phase());
      expectSame(picture(restarted), picture(straight));
      expectSame(streamsOf(restarted), streamsOf(straight));
      if (restarted.logs.return) {
        restarted = begin(start, world, spec.params, params, {
          clock: { ...restarted.context.clock },
          streams: streamsOf(restarted),
          memory: structuredClone(restarted.run.memory),
        });
      }
    }
    expect(straight.context.clock.episodes).toBeGreaterThan(3);
  });

  it("gives the same results at any pace", async () => {
    const { spec, start } = await startOf(id);
    const params = known(spec, variants[variant]);
    const coarse = begin(start, world, spec.params, params);
    const fine = begin(start, world, spec.params, params);
    const mixed = begin(start, world, spec.params, params);
    for (let tick = 1; tick <= 300; tick++) {
      const phase = coarse.tick();
      expect(coarse.context.clock.ticks).toBe(tick);
      let last = "";
      while (fine.context.clock.ticks < tick) last = fine.phase();
      for (let i = 0; mixed.context.clock.ticks < tick; i++) {
        if ((tick * 7 + i) % 5 < 2) mixed.phase();
        else mixed.tick();
      }
      expect(last).toBe(phase);
      expectSame(picture(fine), picture(coarse));
      expectSame(picture(mixed), picture(coarse));
    }
    expect(fine.logs).toEqual(coarse.logs);
  });

  it("yields declared phases, and explains each update with the numbers it used", async () => {
    const { spec, start } = await startOf(id);
    const started = begin(start, world, spec.params, known(spec, variants[variant]));
    const seen = new Set<string>();
    let updates = 0;
    expect(started.run.explain()).toBeNull();
    for (let i = 0; i < 800; i++) {
      const phase = started.phase();
      seen.add(phase);
      expect(spec.phases).toHaveProperty(phase);
      const explanation = started.run.explain();
      if (!explanation || !/update|plan/.test(phase)) continue;
      updates++;
      checkArithmetic(explanation);
      const table = tableThatMoved(started, explanation);
      expect(table[explanation.state * 4 + explanation.action]).toBe(explanation.after);
      checkEquation(spec.equation(explanation), explanation);
    }
    expect(updates).toBeGreaterThan(50);
    const possible = Object.keys(spec.phases).filter((phase) => phase !== "plan");
    expect([...seen]).toEqual(expect.arrayContaining(possible));
  });
});

describe.each(learners)("%s", (id) => {
  it("counts steps as ticks and logs each episode's reward and length", async () => {
    const { spec, start } = await startOf(id);
    const { run, context, logs, tick } = begin(start, world, spec.params);
    while (context.clock.episodes < 20) tick();
    expect(context.clock.steps).toBe(context.clock.ticks);
    expect(logs.length).toHaveLength(20);
    expect(logs.return).toHaveLength(20);
    expect(logs.length.reduce((sum, n) => sum + n, 0)).toBe(context.clock.steps);
    expect(Object.keys(logs)).toEqual(spec.metrics.map((metric) => metric.id));
    expect(run.view().trail).toHaveLength((logs.length.at(-1) ?? 0) + 1);
  });

  it("shows tables that are 0 where nothing is to be decided, and a policy that is a distribution", async () => {
    const { spec, start } = await startOf(id);
    const { run, tick } = begin(start, world, spec.params, known(spec, { initialQ: 2 }));
    for (let i = 0; i < 50; i++) tick();
    const { Q, V, policy } = run.view();
    const decisions = new Set(world.model?.decisionStates);
    for (let s = 0; s < 12; s++) {
      const row = (table: Float64Array) => Array.from(table.subarray(s * 4, s * 4 + 4));
      const sum = row(policy).reduce((total, p) => total + p, 0);
      expect(sum).toBeCloseTo(decisions.has(s) ? 1 : 0, 12);
      if (!decisions.has(s)) expect([...row(Q), V[s]]).toEqual([0, 0, 0, 0, 0]);
      else expect(V[s]).toBe(Math.max(...row(Q)));
    }
  });

  it("starts a cell at Q₀ when a wall is taken away, and forgets it when one is built", async () => {
    const { spec, start } = await startOf(id);
    const params = known(spec, { initialQ: 5, alpha: 0.3, epsilon: 0.5, planningSteps: 5 });
    const first = begin(start, world, spec.params, params);
    while (first.context.clock.episodes < 20) first.tick();
    const restarted = (before: AnyRun, env: Env) =>
      begin(start, env, spec.params, params, {
        clock: { ...before.context.clock },
        streams: streamsOf(before),
        memory: before.run.memory,
      });
    const learned = first.run.view().Q.slice();
    expect(rowOf(learned, 4)).not.toEqual([5, 5, 5, 5]);

    const moved = restarted(first, gridWorld.create({ ...settings, rows: ["S...", "##..", "...T"] }));
    expectTables(moved, (row, s) => {
      if (s === 3 || s === 5) expect(row).toEqual(s === 3 ? [5, 5, 5, 5] : [0, 0, 0, 0]);
      if (s === 4) expect(row).toEqual([0, 0, 0, 0]);
    });
    expect(rowOf(moved.run.view().Q, 8)).toEqual(rowOf(learned, 8));
    const again = structuredClone(moved.run.memory);
    expectSame(restarted(moved, moved.context.env).run.memory, again);
    while (moved.context.clock.episodes < 40) moved.tick();
    expectTables(moved, (row, s) => {
      if (s === 4) expect(row).toEqual([0, 0, 0, 0]);
    });
    expect(rowOf(moved.run.view().Q, 3)).not.toEqual([5, 5, 5, 5]);

    const reopened = restarted(moved, world);
    expectTables(reopened, (row, s) => {
      if (s === 3) expect(row).toEqual([0, 0, 0, 0]);
      if (s === 4) expect(row).toEqual([5, 5, 5, 5]);
    });
    expect(rowOf(reopened.run.view().visits ?? learned, 4)).toEqual([0, 0, 0, 0]);
  });

  it("reads its parameters at every use", async () => {
    const { spec, start } = await startOf(id);
    const { run, params, tick, context } = begin(start, world, spec.params, known(spec, { epsilon: 0.5 }));
    while (context.clock.episodes < 3) tick();
    params.alpha = 0;
    params.alphaSchedule = "constant";
    const before = run.view().Q.slice();
    while (context.clock.episodes < 6) tick();
    expect(run.view().Q).toEqual(before);
  });

  it("describes its phases by lines that exist, in sentences", () => {
    const spec = algoSpec(id);
    for (const { line, says } of Object.values(spec?.phases ?? {})) {
      expect(spec?.pseudoCode[line - 1]).toBeDefined();
      expect(says).toMatch(/^[A-Z].*\.$/);
    }
    const formulas =
      spec?.pseudoCode.flatMap(({ text }) => text.split("$").filter((_, i) => i % 2 === 1)) ?? [];
    const rules = spec?.equation(null) ?? [];
    expect(rules[0]).toContain("leftarrow");
    for (const tex of [...formulas, ...rules]) expect(() => katex.renderToString(tex)).not.toThrow();
  });
});

const rowOf = (table: Float64Array, s: number) => Array.from(table.subarray(s * 4, s * 4 + 4));

/** Calls `check` with every row of every table of action values that a learner keeps. */
function expectTables({ run }: AnyRun, check: (row: number[], s: number) => void): void {
  for (const [name, table] of Object.entries(run.memory as Record<string, Float64Array>)) {
    if (!/^Q\d?$/.test(name)) continue;
    for (let s = 0; s < 12; s++) check(rowOf(table, s), s);
  }
}

/** The error and the step follow from the numbers, to the last bit; the target from the terms, up to rounding. */
function checkArithmetic({ before, after, terms, numbers }: Explanation): void {
  const { alpha, gamma, tdTarget, delta, trace = 1 } = numbers;
  let target = 0;
  for (const { probability, reward, nextValue, ends } of terms) {
    target += probability * (reward + gamma * nextValue);
    if (ends) expect(nextValue).toBe(0);
  }
  expect(terms.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
  expect(tdTarget).toBeCloseTo(target, 10);
  expect(delta).toBe(tdTarget - before);
  expect(after).toBe(before + alpha * delta * trace);
}

function tableThatMoved({ run }: AnyRun, { numbers }: Explanation): Float64Array {
  const tables = run.memory as Record<string, Float64Array>;
  return numbers.table === undefined ? run.view().Q : tables[`Q${numbers.table}`];
}

/** The entry that moved is marked, and so is every table entry of the target. */
function checkEquation(lines: string[], { state, action, terms }: Explanation): void {
  const text = lines.join("\n");
  expect(text).toContain(`\\htmlData{ref=s${state}a${action}}`);
  for (const { next, nextAction } of terms) {
    if (nextAction !== undefined) expect(text).toContain(`\\htmlData{ref=s${next}a${nextAction}}`);
  }
  expect(text).not.toMatch(/undefined|NaN/);
}
