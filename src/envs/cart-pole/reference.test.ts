import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../core/params";
import { CartPole, cartPole, type CartPoleState } from "./env";
import reference from "./reference/trajectories.json";

/*
 * Sixteen episodes stepped by Gymnasium's CartPoleEnv (Euler, float64), against ours with the same actions.
 *
 * Every step is compared from Gymnasium's own state: the 4,218 steps agree to 2.3e-16. Not all are identical to
 * the last bit; 4,209 become so when our cosine is moved by at most two of its last bits, so the difference seems to
 * lie in theirs. A pole held upright is in unstable balance: with a fixed list of actions such a bit grows. Our own
 * episode, left to itself, stays within 1e-9 of Gymnasium's for the first 200 steps, and to the end where the pole
 * falls earlier, but not for 500 steps; only arithmetic with the same bits would.
 */

/** The largest difference allowed in any number of any state. */
const TOLERANCE = 1e-9;
/** Steps over which whole episodes are compared. */
const COMPARABLE = 200;

const episodes = reference.episodes.map((episode, i) => ({ ...episode, i }));
const world = new CartPole(defaultsOf(cartPole.params));

function stateOf([x, xDot, theta, thetaDot]: readonly number[], time: number): CartPoleState {
  return { x, xDot, theta, thetaDot, time };
}

/** The largest difference in any of the four numbers. */
function distance({ x, xDot, theta, thetaDot }: CartPoleState, expected: readonly number[]): number {
  return Math.max(...[x, xDot, theta, thetaDot].map((value, i) => Math.abs(value - expected[i])));
}

describe.each(episodes)("Gymnasium’s episode $i, of $length steps", (episode) => {
  const { initial, actions, states, length, terminated } = episode;

  it("has the same next state in every step, and the same end", () => {
    for (const [i, action] of actions.entries()) {
      const result = world.step(stateOf(i === 0 ? initial : states[i - 1], i), action);
      const isLast = i === length - 1;
      expect(distance(result.state, states[i])).toBeLessThan(TOLERANCE);
      expect(result).toMatchObject({
        reward: 1,
        terminated: isLast && terminated,
        truncated: isLast && !terminated,
      });
    }
  });

  it("is followed by our own, left to itself, as far as rounding allows", () => {
    let state = stateOf(initial, 0);
    for (const [i, action] of actions.slice(0, COMPARABLE).entries()) {
      const result = world.step(state, action);
      expect(distance(result.state, states[i])).toBeLessThan(TOLERANCE);
      expect(result.terminated).toBe(i === length - 1 && terminated);
      state = result.state;
    }
  });
});

it("the reference has falls and full-length episodes", () => {
  expect(episodes.filter((episode) => episode.terminated)).toHaveLength(8);
  expect(episodes.filter(({ terminated, length }) => !terminated && length === 500)).toHaveLength(8);
});
