import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBackend, type Backend } from "../nn/backend";
import { countWork } from "../nn/counters";
import { parseScenario, toJson } from "../scenario/schema";
import { scenarioOf, SMALL, stateOf, trainerOn } from "./network-test-bench";
import type { Frame } from "./protocol";

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend({ gpu: undefined, forced: "cpu" });
});
afterAll(() => backend.dispose());

const now = () => performance.now();
const bench = () => trainerOn({ backend, now });

function same(a: Frame, b: Frame): void {
  expect(a.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(stateOf(a)).toEqual(stateOf(b));
}

describe("a step back", { timeout: 60_000 }, () => {
  it.each([
    ["dqn", "update", { environments: 4 }],
    ["reinforce", "episode", { trajectories: 10 }],
    ["actor-critic", "episode", { trajectories: 10 }],
  ])("undoes one forward where a tick counts several: %s, one %s", async (algo, granularity, several) => {
    const { load, send, until } = bench();
    const params = { ...SMALL[algo], ...several };
    // Short enough that many poles stand to the end of the episode, all at once.
    const env = { id: "cart-pole", params: { maxSteps: 12 } };
    await load(scenarioOf(algo, { env, algo: { id: algo, params } }), { tick: 20, phase: 0 });
    const move = async (type: "step" | "step-back", from: number): Promise<Frame> => {
      send({ type, granularity });
      return until(({ status, clock }) => status === "paused" && clock.ticks !== from);
    };
    const forward = [await move("step", 20)];
    for (let i = 0; i < 8; i++) forward.push(await move("step", forward[i].clock.ticks));
    const counts = forward.map(({ clock }) => (algo === "dqn" ? clock.updates : clock.episodes));
    const jumps = counts.slice(1).map((count, i) => count - counts[i]);
    expect(Math.max(...jumps)).toBeGreaterThan(1);
    for (let i = 8; i > 0; i--) same(await move("step-back", forward[i].clock.ticks), forward[i - 1]);
  });
});

describe("a passed test", { timeout: 60_000 }, () => {
  // Episodes of at most 5 steps: any policy balances that long.
  const scenario = scenarioOf("dqn", {
    env: { id: "cart-pole", params: { maxSteps: 5 } },
    stop: { ticks: 5000, solved: true },
  });
  const PLACE = { tick: 150, phase: 1 };

  async function stopped() {
    const trainer = bench();
    await trainer.load(scenario);
    trainer.send({ type: "play", granularity: "step", rate: Infinity });
    const frame = await trainer.until(({ status, clock }) => status === "paused" && clock.ticks > 0);
    expect(frame.position).toEqual(PLACE);
    expect(frame.clock.solves).toBe(1);
    return { ...trainer, frame };
  }

  it("is a place like a line: it can be sought, stepped to and stepped back from", async () => {
    const { frame, send, until } = await stopped();
    const at = (phase: number) =>
      until(({ status, position }) => status === "paused" && position.phase === phase);
    send({ type: "step-back", granularity: "line" });
    expect((await at(0)).clock).toMatchObject({ ticks: 150, solves: 0 });
    send({ type: "step", granularity: "line" });
    same(await at(1), frame);
    send({ type: "step", granularity: "line" });
    await at(2);
    same(await bench().load(scenario, PLACE), frame);
  });

  it("is what a run goes on from that is stored there", async () => {
    const { frame, of } = await stopped();
    const saved = () => of("checkpoint").find(({ checkpoint }) => checkpoint.position.phase === PLACE.phase);
    while (!saved()) await new Promise((go) => setTimeout(go, 1));
    const restored = await bench().load(scenario, PLACE, structuredClone(saved()?.checkpoint));
    same(restored, frame);
    expect(restored.network).toMatchObject({ solvedAt: 150, test: { step: 150 } });
  });

  it("stays as it was when the world changes after it, also for who opens the link", async () => {
    const { send, until, seek, of } = await stopped();
    send({ type: "change", edit: 1, env: { ...scenario.env.params, maxSteps: 9, gravity: 30 } });
    await until(({ edit }) => edit === 1);
    const here = await seek(170);
    expect(here.network?.test).toEqual({ mean: 5, episodes: 100, step: 150 });
    const changes = of("frame").flatMap(({ frame }) => (frame.changes ? [frame.changes] : []));
    const link = parseScenario(toJson({ ...scenario, changes: changes.at(-1) ?? [] }));
    if (!link.ok) throw new Error(link.error);
    const friend = await bench().load(link.value, { tick: 170, phase: 0 });
    same(friend, here);
    expect(friend.network?.test).toEqual(here.network?.test);
  });
});

describe("a measurement", { timeout: 60_000 }, () => {
  it("ends when the run is changed", async () => {
    const scenario = scenarioOf("reinforce");
    const { load, send, until, of } = bench();
    await load(scenario);
    send({ type: "variance" });
    await until(({ status }) => status === "measuring");
    send({ type: "change", edit: 1, env: { ...scenario.env.params, gravity: 20 } });
    await until(({ status, edit }) => status === "paused" && edit === 1);
    expect(of("variance")).toEqual([]);
  });

  it("is no work of the updates after it, nor is that of another run", async () => {
    const { counts, stop } = countWork();
    const { load, send, until, of } = trainerOn({ backend, now, counts });
    const worksOfUpdate = async (tick: number) => {
      send({ type: "step", granularity: "update" });
      const { clock, work } = await until((frame) => frame.status === "paused" && frame.clock.ticks > tick);
      return { tick: clock.ticks, work };
    };
    await load(scenarioOf("reinforce"));
    const first = await worksOfUpdate(0);
    expect(first.work?.dispatches).toBeGreaterThan(0);
    send({ type: "variance" });
    await until(({ status }) => status === "paused" && of("variance").length === 1);
    const second = await worksOfUpdate(first.tick);
    expect(second.work).toEqual(first.work);
    await load(scenarioOf("reinforce"));
    expect((await worksOfUpdate(0)).work).toEqual(first.work);
    stop();
  });
});
