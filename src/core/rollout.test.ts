import { describe, expect, it } from "vitest";
import type { Env } from "./env";
import {
  agentsOf,
  copyRollout,
  isOver,
  longestOf,
  observationAt,
  pushAll,
  rewardsOf,
  startRollout,
  stepsIn,
  takeStep,
  trailOf,
  type Rollout,
} from "./rollout";
import { Rng } from "./rng";

/** Counts its steps; action 1 ends it. Pays what it has counted. */
const counter: Env<{ readonly count: number }> = {
  obsShape: [2],
  nActions: 2,
  reset: (rng) => ({ count: 100 * rng.int(10) }),
  step: ({ count }, action) => ({
    state: { count: count + 1 },
    reward: count + 1,
    terminated: action === 1,
    truncated: false,
  }),
  observe({ count }, out) {
    out[0] = count;
    out[1] = -count;
  },
  nudge: ({ count }, strength) => ({ count: count + strength }),
};
const env = counter as Env;
const world = Rng.fromSeed(1);

const begin = (count: number): Rollout => startRollout(env, count, longestOf(count, 450), 0, Rng.fromSeed(5));
const go = (rollout: Rollout, i: number, action = 0) => takeStep(env, rollout, i, action, -0.5, world);

describe("a rollout", () => {
  it("starts every environment in turn and sees where it is", () => {
    const expected = Rng.fromSeed(5);
    const starts = [expected.int(10), expected.int(10), expected.int(10)];
    const { states, trajectories } = begin(3);
    expect(states).toEqual(starts.map((n) => ({ count: 100 * n })));
    expect(trajectories.map((t) => Array.from(observationAt(t, 0, 2)))).toEqual(
      starts.map((n) => [100 * n, -100 * n]),
    );
  });

  it("keeps all steps of a long episode, however little room it began with", () => {
    const rollout = begin(1);
    const [{ count }] = rollout.states as [{ count: number }];
    for (let t = 0; t < 1000; t++) go(rollout, 0);
    go(rollout, 0, 1);
    const [trajectory] = rollout.trajectories;
    expect(trajectory).toMatchObject({ length: 1001, ended: "terminated" });
    expect(isOver(rollout)).toBe(true);
    for (const t of [0, 31, 32, 33, 500, 1000]) {
      expect(Array.from(observationAt(trajectory, t, 2))).toEqual([count + t, -count - t]);
      expect(trajectory.rewards[t]).toBe(count + t + 1);
      expect(trajectory.actions[t]).toBe(Number(t === 1000));
      expect(trajectory.logProbabilities[t]).toBe(-0.5);
    }
    expect(Array.from(observationAt(trajectory, 1001, 2))).toEqual([count + 1001, -count - 1001]);
    expect(rollout.returns[0]).toBe(rewardsOf(trajectory).reduce((sum, reward) => sum + reward, 0));
  });

  it("is over when the last trajectory has ended, and counts all steps", () => {
    const rollout = begin(2);
    go(rollout, 0, 1);
    go(rollout, 1);
    expect([isOver(rollout), stepsIn(rollout.trajectories)]).toEqual([false, 2]);
    go(rollout, 1, 1);
    expect([isOver(rollout), stepsIn(rollout.trajectories)]).toEqual([true, 3]);
  });

  it("cuts trajectories off that are too long to be looked at together", () => {
    expect([1, 10, 32].map((m) => longestOf(m, 450))).toEqual([20_000, 2000, 625]);
    // 3 layers of 256 units: ten whole episodes of 500 steps still fit.
    expect([1, 10].map((m) => longestOf(m, 133_378))).toEqual([5248, 524]);
    const rollout = begin(32);
    for (let t = 0; t < 625; t++) {
      expect(rollout.trajectories[3].ended).toBeNull();
      go(rollout, 3);
    }
    expect(rollout.trajectories[3].ended).toBe("truncated");
  });

  it("pushes what is running, and sees it", () => {
    const rollout = begin(2);
    go(rollout, 0, 1);
    const before = structuredClone(rollout.states) as { count: number }[];
    pushAll(env, rollout, 0.5);
    expect(rollout.states).toEqual([before[0], { count: before[1].count + 0.5 }]);
    expect(observationAt(rollout.trajectories[1], 0, 2)[0]).toBe(before[1].count + 0.5);
  });

  it("shows its agents, and the way of the first one", () => {
    const rollout = begin(2);
    const [{ count }] = rollout.states as [{ count: number }];
    expect(agentsOf(rollout)[0]).toMatchObject({ action: null, ended: null, episode: 0, return: 0 });
    go(rollout, 0);
    go(rollout, 0, 1);
    expect(agentsOf(rollout)[0]).toEqual({
      state: { count: count + 2 },
      action: 1,
      ended: "terminated",
      episode: 0,
      return: 2 * count + 3,
    });
    expect(Array.from(trailOf(rollout, 2))).toEqual([0, 1, 2].flatMap((t) => [count + t, -count - t]));
  });

  it("has a trail of the last 512 observations", () => {
    const rollout = begin(1);
    for (let t = 0; t < 600; t++) go(rollout, 0);
    const trail = trailOf(rollout, 2);
    expect(trail).toHaveLength(2 * 512);
    const [{ count }] = rollout.states as [{ count: number }];
    expect([trail[0], trail[1022]]).toEqual([count - 511, count]);
  });

  it("goes on from a copy as it would have, and the copy is its own", () => {
    const rollout = begin(2);
    for (let t = 0; t < 50; t++) go(rollout, 0);
    const copy = copyRollout(rollout);
    const kept = structuredClone(copy);
    for (const each of [rollout, structuredClone(copy)]) {
      for (let t = 0; t < 20; t++) go(each, 0);
      go(each, 1, 1);
      expect(each.returns).not.toEqual(kept.returns);
      expect(copyRollout(each)).toEqual(copyRollout(rollout));
    }
    expect(copy).toEqual(kept);
  });
});
