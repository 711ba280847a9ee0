import { describe, expect, it } from "vitest";
import type { Env } from "./env";
import { greedyTest, passed } from "./greedy-test";
import type { GreedyTest } from "./network-run";
import { streamsOf } from "./streams";

/** A world whose episodes are one step long and pay what is written, one after the other. */
function paying(returns: readonly number[], goal?: Env["goal"]): Env<number> {
  let begun = 0;
  return {
    obsShape: [1],
    nActions: 2,
    ...(goal && { goal }),
    reset: () => begun++,
    step: (episode) => ({ state: episode, reward: returns[episode], terminated: true, truncated: false }),
    observe: (episode, out) => out.fill(episode),
  };
}

const CART_POLE = { mean: 475, best: 500 };

/** So many episodes that pay the best, and then others. */
const returnsOf = (best: number, ...others: number[]) => [
  ...Array<number>(best).fill(500),
  ...others,
  ...Array<number>(100).fill(500),
];

function tested(env: Env<number>, act = () => 0): GreedyTest {
  const test = greedyTest(env, act, streamsOf(1).init, 40);
  for (;;) {
    const { done, value } = test.next();
    if (done) return value;
  }
}

describe("a greedy test", () => {
  it("is the mean of 100 fresh episodes where there is no goal, however bad they are", () => {
    const returns = Array.from({ length: 200 }, (_, i) => i % 7);
    const sum = returns.slice(0, 100).reduce((a, b) => a + b, 0);
    const test = tested(paying(returns));
    expect(test).toEqual({ mean: sum / 100, episodes: 100, step: 40 });
    expect(passed(paying(returns), test)).toBe(false);
  });

  it("is passed by a mean of 475.00, and not by a step less in 100 episodes", () => {
    const exactly = paying(returnsOf(94, 0, 0, 0, 0, 0), CART_POLE);
    const test = tested(exactly);
    expect(test).toEqual({ mean: 475, episodes: 100, step: 40 });
    expect(passed(exactly, test)).toBe(true);

    const short = paying(returnsOf(94, 0, 0, 0, 0, 0, 499), CART_POLE);
    const failed = tested(short);
    expect(failed).toEqual({ mean: 474.99, episodes: 100, step: 40 });
    expect(passed(short, failed)).toBe(false);
  });

  it("ends with the episode after which even the best could not reach the goal any more", () => {
    // 2,500 may be missing in all: five episodes of nothing may be made good, not one step more.
    expect(tested(paying(returnsOf(0, 0, 0, 0, 0, 0), CART_POLE))).toMatchObject({
      mean: 475,
      episodes: 100,
    });
    expect(tested(paying(returnsOf(0, 0, 0, 0, 0, 0, 499), CART_POLE))).toEqual({
      mean: 499 / 6,
      episodes: 6,
      step: 40,
    });
    // A mean of 195 is always of a few episodes.
    const middling = tested(paying(Array<number>(200).fill(195), CART_POLE));
    expect(middling).toEqual({ mean: 195, episodes: 9, step: 40 });
  });

  it("hopes for no more than the best there is", () => {
    const returns = [4, ...Array<number>(199).fill(10)];
    expect(tested(paying(returns, { mean: 9.95, best: 10 })).episodes).toBe(1);
    expect(tested(paying(returns, { mean: 9.95, best: 11 })).episodes).toBe(100);
  });

  it("is not passed by the mean of fewer episodes, nor where there is no goal", () => {
    const test = { mean: 500, episodes: 99, step: 0 };
    expect(passed({ goal: CART_POLE }, test)).toBe(false);
    expect(passed({ goal: CART_POLE }, { ...test, episodes: 100 })).toBe(true);
    expect(passed({}, { ...test, episodes: 100 })).toBe(false);
  });

  it("acts on what is observed, and tells of every episode", () => {
    const seen: number[] = [];
    const told: number[] = [];
    const act = (observation: Float32Array) => seen.push(observation[0]) % 2;
    const test = greedyTest(
      paying(Array<number>(200).fill(1)),
      act,
      streamsOf(1).init,
      0,
      (episodes) => void told.push(episodes),
    );
    while (!test.next().done);
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(told).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });
});
