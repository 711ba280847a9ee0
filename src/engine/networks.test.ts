import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyUpdates, type MetricSeries } from "../core/metric-series";
import type { Position, Scenario } from "../core/scenario";
import { openBackend, type Backend } from "../nn/backend";
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

const AT = 260;

/** The run at a tick, come to straight. */
async function straight(scenario: Scenario, tick = AT, phase = 0): Promise<Frame> {
  return bench().load(scenario, { tick, phase });
}

function same(a: Frame, b: Frame): void {
  expect(a.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(stateOf(a)).toEqual(stateOf(b));
}

/** All the points of the charts that these frames have told of. */
function chartsOf(frames: readonly Frame[]): unknown {
  const series = new Map<string, MetricSeries>();
  for (const { metrics } of frames) applyUpdates(series, metrics);
  return series;
}

describe.each(Object.keys(SMALL))("a run of %s", { timeout: 60_000 }, (algo) => {
  it("is the same at full speed, paused anywhere, line by line and after going back", async () => {
    const scenario = scenarioOf(algo);
    const expected = await straight(scenario);
    expect(expected.clock.updates).toBeGreaterThan(3);

    const { load, send, until, seek } = bench();
    await load(scenario);
    for (let i = 0; i < 12; i++) {
      const { clock } = await until(({ status }) => status === "paused");
      send({ type: "play", granularity: "step", rate: Infinity });
      await until((frame) => frame.status === "running" && frame.clock.ticks > clock.ticks);
      send({ type: "pause" });
      send({ type: "step", granularity: "line" });
      const paused = await until(({ status, position }) => status === "paused" && position.phase > 0);
      if (paused.clock.ticks >= AT) break;
    }
    same(await seek(AT), expected);
    send({ type: "step-back", granularity: "step" });
    await until(({ status, position }) => status === "paused" && position.tick === AT - 1);
    send({ type: "step", granularity: "step" });
    same(await until(({ status, position }) => status === "paused" && position.tick === AT), expected);
  });

  it("stops at every line, also at a tick’s last, where a checkpoint is taken", async () => {
    const { load, send, until } = bench();
    const start = { tick: 120, phase: 0 };
    await load(scenarioOf(algo), start);
    const positions: Position[] = [start];
    for (let i = 0; i < 40; i++) {
      const before = positions[i];
      send({ type: "step", granularity: "line" });
      const { position } = await until(
        (frame) =>
          frame.status === "paused" &&
          frame.fingerprint !== null &&
          (frame.position.tick > before.tick || frame.position.phase > before.phase),
      );
      positions.push(position);
    }
    for (const [i, { tick, phase }] of positions.slice(1).entries()) {
      const before = positions[i];
      expect([
        { tick: before.tick, phase: before.phase + 1 },
        { tick: before.tick + 1, phase: 0 },
      ]).toContainEqual({ tick, phase });
    }
    expect(positions.at(-1)?.tick).toBeGreaterThan(start.tick + 2);
  });

  it("pauses at the end of a tick, where it can be found again", async () => {
    const { load, send, until } = bench();
    const scenario = scenarioOf(algo);
    await load(scenario);
    send({ type: "play", granularity: "step", rate: Infinity });
    await until(({ clock }) => clock.updates > 3);
    send({ type: "pause" });
    const paused = await until(({ status }) => status === "paused");
    expect(paused.position.phase).toBe(0);
    same(paused, await straight(scenario, paused.position.tick));
  });

  it("goes on from a checkpoint as if nothing had happened", async () => {
    const scenario = scenarioOf(algo);
    const first = bench();
    await first.load(scenario);
    await first.seek(137);
    const found = () => first.of("checkpoint").find(({ checkpoint }) => checkpoint.position.tick === 137);
    while (!found()) await new Promise((go) => setTimeout(go, 1));
    const { checkpoint } = found() ?? {};
    const second = bench();
    const restored = await second.load(scenario, { tick: 0, phase: 0 }, structuredClone(checkpoint));
    expect(restored.position.tick).toBe(137);
    same(restored, await straight(scenario, 137));
    same(await second.seek(AT), await straight(scenario));
    const undisturbed = bench();
    await undisturbed.load(scenario, { tick: AT, phase: 0 });
    const framesOf = ({ of }: ReturnType<typeof bench>) => of("frame").map(({ frame }) => frame);
    expect(chartsOf(framesOf(second))).toEqual(chartsOf(framesOf(undisturbed)));
    same(await second.seek(50), await straight(scenario, 50));
  });

  it("takes changes and pushes while it runs, and its link replays them", async () => {
    const { load, send, until, of, seek } = bench();
    const scenario = scenarioOf(algo);
    await load(scenario);
    send({ type: "play", granularity: "step", rate: Infinity });
    await until(({ clock }) => clock.ticks > 60);
    send({ type: "change", edit: 1, push: 0.5 });
    send({ type: "change", edit: 2, algo: { ...scenario.algo.params, learningRate: 0.01 } });
    await until(({ clock, edit }) => edit === 2 && clock.ticks > 120);
    send({ type: "change", edit: 3, env: { ...scenario.env.params, gravity: 20 } });
    send({ type: "pause" });
    await until(({ status, edit }) => status === "paused" && edit === 3);
    send({ type: "change", edit: 4, push: -1 });
    send({ type: "change", edit: 5, push: 0.25 });
    const paused = await until(({ edit }) => edit === 5);
    send({ type: "step", granularity: "step" });
    const here = await until(
      ({ status, position }) => status === "paused" && position.tick > paused.position.tick,
    );
    const changes =
      of("frame")
        .flatMap(({ frame }) => (frame.changes ? [frame.changes] : []))
        .at(-1) ?? [];
    expect(changes.flatMap(({ push }) => push ?? [])).toEqual([0.5, -1, 0.25]);
    const link = parseScenario(toJson({ ...scenario, changes }));
    if (!link.ok) throw new Error(link.error);
    same(here, await straight(link.value, here.position.tick));
    // The same again within this trainer, from its checkpoints.
    await seek(here.position.tick - 1);
    send({ type: "step", granularity: "step" });
    same(
      await until(({ status, position }) => status === "paused" && position.tick === here.position.tick),
      here,
    );
  });

  it("computes the pictures that are looked at, and only those", async () => {
    const { load, send, until, of } = bench();
    await load(scenarioOf(algo));
    expect(of("frame").every(({ frame }) => frame.sight === null)).toBe(true);
    send({ type: "look", look: { map: { x: 0, y: 2 }, networks: true } });
    const { sight } = await until((frame) => frame.sight !== null);
    expect(Object.keys(sight ?? {}).toSorted()).toEqual(["map", "networks"]);
  });

  it("frees everything when another run takes its place", async () => {
    const { load, send, until } = bench();
    await load(scenarioOf(algo));
    const before = backend.tensorCount();
    await load(scenarioOf(algo));
    send({ type: "play", granularity: "step", rate: Infinity });
    await until(({ clock }) => clock.updates > 2);
    await load(scenarioOf(algo));
    await new Promise((go) => setTimeout(go, 50));
    expect(backend.tensorCount()).toBe(before);
  });
});

describe("a run of DQN", () => {
  it("stops when the greedy policy passes its test, and counts that test", async () => {
    const { load, send, until } = bench();
    // Episodes of at most 5 steps: any policy balances that long.
    await load(
      scenarioOf("dqn", {
        env: { id: "cart-pole", params: { maxSteps: 5 } },
        stop: { ticks: 5000, solved: true },
      }),
    );
    send({ type: "play", granularity: "step", rate: Infinity });
    const { clock, network, outcome } = await until(
      ({ status, clock: { ticks } }) => status === "paused" && ticks > 0,
    );
    expect(clock.solves).toBe(1);
    expect(network?.solvedAt).toBe(150);
    expect(network?.test).toEqual({ mean: 5, episodes: 100, step: 150 });
    expect(outcome?.says).toMatch(/greedy policy/);
  });

  it("goes on after it has diverged, as its link does, and not where the change was taken back", async () => {
    const step = { learningRate: 1, learningRateEnd: 1, clipGradient: false };
    const net = { units: 32, hiddenLayers: 2, gamma: 0.2, loss: "squared", target: "none" };
    const wild = { ...SMALL.dqn, ...step, ...net };
    const scenario = scenarioOf("dqn", { algo: { id: "dqn", params: wild } });
    const { load, send, until, of, seek } = bench();
    await load(scenario);
    send({ type: "play", granularity: "step", rate: Infinity });
    const ended = await until(({ status }) => status === "finished");
    expect(ended.outcome?.reason).toBe("diverges");
    const calm = { ...scenario.algo.params, learningRate: 1e-3, learningRateEnd: 1e-3 };
    send({ type: "change", edit: 1, algo: calm });
    send({ type: "change", edit: 2, algo: scenario.algo.params });
    const back = await until(({ edit, status }) => edit === 2 && status === "finished");
    expect(back.fingerprint).toBe(ended.fingerprint);
    expect(back.clock).toEqual(ended.clock);

    send({ type: "change", edit: 3, algo: calm });
    await until(({ edit, status }) => edit === 3 && status === "paused");
    const later = ended.clock.ticks + 60;
    const here = await seek(later);
    expect(here.clock.updates).toBeGreaterThan(ended.clock.updates);
    const changes = of("frame").flatMap(({ frame }) => (frame.changes ? [frame.changes] : []));
    const link = parseScenario(toJson({ ...scenario, changes: changes.at(-1) ?? [] }));
    if (!link.ok) throw new Error(link.error);
    same(here, await straight(link.value, later));
    await seek(20);
    same(await seek(later), here);
  });
});

describe("going back and forth", () => {
  it("costs little where it has been: what lies ahead is kept", async () => {
    const { load, seek, send, until, of } = bench();
    await load(scenarioOf("dqn"));
    await seek(300);
    await seek(20);
    await until(() => of("checkpoint").some(({ checkpoint }) => checkpoint.position.tick === 20));
    const before = of("frame").length;
    send({ type: "seek", to: { tick: 301, phase: 0 } });
    await until(({ status, position }) => status === "paused" && position.tick === 301);
    const ticks = of("frame")
      .slice(before)
      .map(({ frame }) => frame.clock.ticks);
    expect(ticks.filter((tick) => tick > 20 && tick < 300)).toEqual([]);
  });
});
