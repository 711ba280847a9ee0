import { describe, expect, it } from "vitest";
import { algoSpecs, algoSpec } from "../algos";
import type { TabularView } from "../core/algo";
import { Rng } from "../core/rng";
import { isBefore, START, type Change, type Position, type Scenario } from "../core/scenario";
import { decodeLink } from "../scenario/link";
import { parseScenario, toJson } from "../scenario/schema";
import { fingerprint } from "./fingerprint";
import { Simulation } from "./simulation";
import { replay, seek, stepBack, stepForward, ticksAtOnce } from "./travel";

const KEEPS = { metricPoints: 64, history: true };

/** A small noisy world in which every algorithm has something to do. */
function scenarioOf(algo: string): Scenario {
  const parsed = decodeLink(`#russell-norvig-4x3?algo=${algo}&seed=7&gamma=0.9`);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function tableOf(sim: Simulation): TabularView {
  if (!sim.table) throw new Error("It has no table.");
  return sim.table;
}

/** All that a student could tell two runs apart by. */
function state(sim: Simulation) {
  const { Q, V, policy, agent, trail } = tableOf(sim);
  return {
    position: sim.position,
    clock: { ...sim.clock },
    phase: sim.phase,
    tables: fingerprint([Q, V, policy]),
    explanation: sim.explanation,
    agent,
    trail,
    metrics: [...sim.metrics.save().series],
    era: sim.era,
  };
}

function finish(work: Iterator<unknown>): void {
  while (!work.next().done);
}

/** A change made by a student: while paused it becomes one with another at the same position, while running not. */
function amend(sim: Simulation, change: Omit<Change, "at">, paused = true): void {
  const back = sim.change(change, paused);
  if (back) finish(replay(sim, back));
}

/** The scenario as a link carries it. */
function shared(scenario: Scenario, sim: Simulation): Scenario {
  const parsed = parseScenario(JSON.parse(JSON.stringify(toJson({ ...scenario, changes: sim.changes }))));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

async function at(scenario: Scenario, position: Position): Promise<Simulation> {
  const sim = await Simulation.create(scenario, KEEPS);
  finish(seek(sim, position));
  return sim;
}

const TICKS = 3000;
const tabular = Object.keys(algoSpecs).filter((id) => !algoSpec(id)?.network);

describe.each(tabular)("a run of %s", (algo) => {
  it("comes to the same state phase by phase and tick by tick", async () => {
    const fine = await Simulation.create(scenarioOf(algo), KEEPS);
    while (fine.clock.ticks < 400 && fine.nextPhase());
    const coarse = await Simulation.create(scenarioOf(algo), KEEPS);
    coarse.runTicks(1e6, { key: "ticks", count: fine.clock.ticks });
    expect(state(coarse)).toEqual(state(fine));
  });

  it("can be entered anywhere: seeking equals having run there", async () => {
    const rng = Rng.fromSeed(11);
    const sim = await at(scenarioOf(algo), { tick: TICKS, phase: 0 });
    for (let i = 0; i < 12; i++) {
      const target = { tick: rng.int(TICKS), phase: i % 2 === 0 ? 0 : rng.int(3) };
      finish(seek(sim, target));
      const fresh = await at(scenarioOf(algo), target);
      expect(state(sim)).toEqual(state(fresh));
    }
  });

  it("steps back to exactly where a step of any size began", async () => {
    for (const { until } of algoSpec(algo)?.granularities ?? []) {
      const sim = await at(scenarioOf(algo), { tick: 57, phase: 1 });
      finish(stepBack(sim, until)); // to where a step of this size begins
      const before = state(sim);
      finish(stepForward(sim, until));
      if (sim.outcome) continue;
      finish(stepBack(sim, until));
      expect(state(sim), until).toEqual(before);
    }
  });

  it("replays live changes of the world and the parameters exactly", async () => {
    const scenario = scenarioOf(algo);
    const sim = await at(scenario, { tick: 300, phase: 1 });
    const here = sim.position;
    const params = scenario.env.params;
    amend(sim, { env: { ...params, stepReward: -0.5 } });
    finish(seek(sim, { tick: here.tick + 200, phase: 0 }));
    amend(sim, { algo: { ...scenario.algo.params, gamma: 0.8 } });
    finish(seek(sim, { tick: here.tick + 400, phase: 0 }));
    const end = state(sim);
    expect(sim.changes).toHaveLength(2);

    finish(seek(sim, { tick: here.tick - 100, phase: 0 }));
    expect(sim.era).toBe(0);
    finish(seek(sim, { tick: here.tick + 400, phase: 0 }));
    expect(state(sim)).toEqual(end);

    expect(state(await at(shared(scenario, sim), end.position))).toEqual(end);
  });

  it.each([true, false])(
    "is the same run live, replayed and in a link after edits in one place (paused: %s)",
    async (paused) => {
      const scenario = scenarioOf(algo);
      const { params } = scenario.env;
      const rows = params.rows as string[];
      const painted = { env: { ...params, rows: [`${rows[0][0]}#${rows[0].slice(2)}`, ...rows.slice(1)] } };
      const noisy = { env: { ...params, noise: 0.4 } };
      const back = { env: params };
      const nudged = { algo: { ...scenario.algo.params, gamma: 0.7 } };
      const restored = { algo: scenario.algo.params };
      for (const edits of [
        [painted, back],
        [painted, noisy],
        [nudged, restored],
        [nudged, painted, restored],
        [noisy, nudged, back],
      ]) {
        const sim = await at(scenario, { tick: 151, phase: 1 });
        for (const change of edits) amend(sim, change, paused);
        for (let i = 0; i < 3; i++) sim.nextPhase();
        const soon = state(sim);
        finish(seek(sim, { tick: 400, phase: 0 }));
        const end = state(sim);
        for (const was of [soon, end]) {
          finish(seek(sim, START));
          finish(seek(sim, was.position));
          expect(state(sim)).toEqual(was);
          expect(state(await at(shared(scenario, sim), was.position))).toEqual(was);
        }
      }
    },
  );

  it("replays a change made after the run had ended, line by line", async () => {
    const scenario = scenarioOf(algo);
    const sim = await Simulation.create(scenario, KEEPS);
    for (let i = 0; i < 20_000 && sim.nextPhase(); i++);
    if (!sim.outcome) return; // a learner goes on for ever
    amend(sim, { algo: { ...scenario.algo.params, gamma: 0.5 } });
    const changed = state(sim);
    for (let i = 0; i < 2; i++) sim.nextPhase();
    const later = state(sim);
    finish(stepBack(sim, "line"));
    finish(stepBack(sim, "line"));
    expect(state(sim)).toEqual(changed);
    finish(seek(sim, later.position));
    expect(state(sim)).toEqual(later);
    expect(state(await at(shared(scenario, sim), later.position))).toEqual(later);
  });
});

describe("a live change", () => {
  it("keeps the learned table and forgets what lay ahead", async () => {
    const scenario = scenarioOf("q-learning");
    const sim = await at(scenario, { tick: 500, phase: 0 });
    finish(seek(sim, { tick: 200, phase: 0 }));
    const learned = tableOf(sim).Q.slice();
    amend(sim, { env: { ...scenario.env.params, noise: 0 } });
    expect(tableOf(sim).Q).toEqual(learned);
    expect(sim.horizon).toBe(200);
  });

  it("has checkpoints again soon after it, however far the run had been", async () => {
    const scenario = scenarioOf("q-learning");
    const sim = await at(scenario, { tick: 400_000, phase: 0 });
    finish(seek(sim, { tick: 2000, phase: 0 }));
    amend(sim, { algo: { ...scenario.algo.params, alpha: 0.1 } });
    finish(seek(sim, { tick: 30_000, phase: 0 }));
    const portions = [...seek(sim, { tick: 29_000, phase: 0 })];
    expect(portions.length * ticksAtOnce(sim)).toBeLessThan(5000);
  });

  it("replaces an earlier one at the same position", async () => {
    const scenario = scenarioOf("q-learning");
    const sim = await at(scenario, { tick: 50, phase: 0 });
    for (const alpha of [0.1, 0.2, 0.3]) amend(sim, { algo: { ...scenario.algo.params, alpha } });
    expect(sim.changes).toHaveLength(1);
    expect(sim.changes[0].algo).toMatchObject({ alpha: 0.3 });
  });

  it("lets a converged plan go on", async () => {
    const scenario = scenarioOf("value-iteration");
    const sim = await at(scenario, { tick: 1e6, phase: 0 });
    expect(sim.outcome?.reason).toBe("converged");
    amend(sim, { algo: { ...scenario.algo.params, gamma: 0.5 } });
    expect(sim.outcome).toBeNull();
    finish(seek(sim, { tick: 1e6, phase: 0 }));
    expect(sim.outcome).toMatchObject({ reason: "converged" });
    const fresh = await at(
      { ...scenario, algo: { ...scenario.algo, params: { ...scenario.algo.params, gamma: 0.5 } } },
      { tick: 1e6, phase: 0 },
    );
    for (const [s, v] of tableOf(fresh).V.entries()) expect(tableOf(sim).V[s]).toBeCloseTo(v, 10);
  });
});

describe("seeking", () => {
  const far = { tick: 200_000, phase: 0 };

  it("uses the checkpoints ahead as well as those behind", async () => {
    const sim = await at(scenarioOf("q-learning"), far);
    finish(seek(sim, START));
    const portions = [...seek(sim, { tick: far.tick - 1, phase: 0 })];
    expect(portions.length * ticksAtOnce(sim)).toBeLessThan(far.tick / 20);
  });

  it("comes to a checkpoint's own position with the step that led there", async () => {
    const sim = await at(scenarioOf("value-iteration"), { tick: 3000, phase: 0 });
    let kept = START;
    sim.rewind(({ position }) => {
      if (isBefore(kept, position)) kept = position;
      return false;
    });
    expect(kept).not.toEqual(START);
    finish(seek(sim, { tick: 3000, phase: 0 }));
    finish(seek(sim, kept));
    expect(state(sim)).toEqual(state(await at(scenarioOf("value-iteration"), kept)));
  });
});

describe("stepping back", () => {
  it("ends at the start and stays there", async () => {
    const sim = await at(scenarioOf("q-learning"), { tick: 2, phase: 1 });
    const seen: Position[] = [];
    for (let i = 0; i < 30; i++) {
      finish(stepBack(sim, "line"));
      seen.push(sim.position);
    }
    expect(seen.at(-1)).toEqual(START);
    for (let i = 1; i < seen.length; i++) {
      expect(isBefore(seen[i], seen[i - 1]) || !isBefore(START, seen[i])).toBe(true);
    }
  });
});
