import { presetById } from "../../scenario/presets";

/** Q-learning with a table in a cave of 1,514 cells. */
export const caveTable = {
  v: 1,
  env: presetById("large-cave")?.scenario.env,
  algo: { id: "q-learning", params: { gamma: 1, alpha: 0.5, epsilon: 0.1 } },
  seed: 0,
};

const preset = presetById("cart-pole-dqn")?.scenario;

/** DQN on cart-pole, as in the gallery; without an end of its own. */
export const dqn = { v: 1, env: preset?.env, algo: preset?.algo, seed: 1 };

/** Until it is solved, or given up after 50,000 steps. */
export const untilSolved = preset?.stop;
