import type { Env } from "./env";
import type { GreedyTest } from "./network-run";
import { inputsOf } from "./observation";
import type { Rng } from "./rng";
import { BREATH, type Wait } from "./wait";

/** Episodes of a test (Gymnasium's own rule for "solved" is a mean over 100). */
export const TEST_EPISODES = 100;
/** Environment steps between two looks at the time. */
const STEPS_AT_ONCE = 256;

/**
 * Plays 100 fresh episodes with `act`, which gets the observation and returns the greedy action, and returns their mean
 * return. Where the environment has a goal, the test ends as soon as that cannot be reached any more; then the mean is
 * of the episodes played. `rng` is the test's own: take a split, so that testing changes nothing. `onEpisode` is told
 * how many episodes have been played, after each.
 */
export function* greedyTest(
  env: Env,
  act: (observation: Float32Array) => number,
  rng: Rng,
  step: number,
  onEpisode?: (episodes: number) => void,
): Generator<Wait, GreedyTest> {
  const observation = new Float32Array(inputsOf(env));
  const { mean, best } = env.goal ?? { mean: -Infinity, best: 0 };
  let sum = 0;
  let episodes = 0;
  let steps = 0;
  while (episodes < TEST_EPISODES && sum + (TEST_EPISODES - episodes) * best >= mean * TEST_EPISODES) {
    let state = env.reset(rng);
    for (let over = false; !over;) {
      env.observe(state, observation);
      const result = env.step(state, act(observation), rng);
      sum += result.reward;
      state = result.state;
      over = result.terminated || result.truncated;
      if (++steps % STEPS_AT_ONCE === 0) yield BREATH;
    }
    episodes++;
    onEpisode?.(episodes);
  }
  return { mean: sum / episodes, episodes, step };
}

/** Whether the test was passed: all its episodes played, and a mean return that reaches the environment's goal. */
export function passed({ goal }: Pick<Env, "goal">, { mean, episodes }: GreedyTest): boolean {
  return goal !== undefined && episodes >= TEST_EPISODES && mean >= goal.mean;
}
