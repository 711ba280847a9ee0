import type { Preset } from "./preset";

const group = "Sutton & Barto";

/** Example 6.6: the cliff costs 100 and leads back to the start; −1 of it is the step reward. */
const cliff = {
  rows: ["............", "............", "............", "S..........T"],
  cells: Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`3,${i + 1}`, { reward: -99, restart: true }]),
  ),
  stepReward: -1,
  maxSteps: 10_000,
};

const cliffLearner = { gamma: 1, alpha: 0.5, epsilon: 0.1 };

export const suttonBartoPresets: readonly Preset[] = [
  {
    id: "sutton-barto-4x4",
    title: "4×4 grid, random policy",
    notice:
      "Under the random policy even the cells beside a terminal are worth −14, far below the −1 that the best policy gets there.",
    source: "Sutton & Barto, 2nd edition, example 4.1 and figure 4.1.",
    group,
    scenario: {
      v: 1,
      env: { id: "grid-world", params: { rows: ["T...", "....", "....", "...T"], stepReward: -1 } },
      algo: { id: "policy-evaluation", params: { gamma: 1, policy: "random" } },
      stop: { converged: true },
    },
  },
  {
    id: "sutton-barto-5x5",
    title: "5×5 grid with two jumps",
    notice: "The cell A that pays 10 is worth 24.4: it pays 10 at once and can be reached again and again.",
    source: "Sutton & Barto, 2nd edition, examples 3.5 and 3.8.",
    group,
    scenario: {
      v: 1,
      env: {
        id: "grid-world",
        params: {
          rows: [".....", ".....", ".....", ".....", "....."],
          cells: { "0,1": { jump: { to: [4, 1], reward: 10 } }, "0,3": { jump: { to: [2, 3], reward: 5 } } },
          stepReward: 0,
          bumpReward: -1,
        },
      },
      algo: { id: "value-iteration", params: { gamma: 0.9 } },
      stop: { converged: true },
    },
  },
  {
    id: "cliff-walking",
    title: "Cliff walking, Q-learning",
    notice:
      "Q-learning learns the shortest way along the edge, and falls off it whenever it explores: about −50 an episode.",
    source: "Sutton & Barto, 2nd edition, example 6.6; Gymnasium CliffWalking.",
    group,
    scenario: {
      v: 1,
      env: { id: "grid-world", params: cliff },
      algo: { id: "q-learning", params: cliffLearner },
      stop: { episodes: 500 },
    },
  },
  {
    id: "cliff-walking-sarsa",
    title: "Cliff walking, SARSA",
    notice:
      "SARSA counts its own exploration in and learns the safe way round: longer, but on average about −27 an episode.",
    source: "Sutton & Barto, 2nd edition, example 6.6; Gymnasium CliffWalking.",
    group,
    scenario: {
      v: 1,
      env: { id: "grid-world", params: cliff },
      algo: { id: "sarsa", params: cliffLearner },
      stop: { episodes: 500 },
    },
  },
  {
    id: "windy",
    title: "Windy grid",
    notice: "The shortest way overshoots the goal and comes back under the wind: 15 moves.",
    source: "Sutton & Barto, 2nd edition, example 6.5.",
    group,
    scenario: {
      v: 1,
      env: {
        id: "grid-world",
        params: {
          rows: [
            "..........",
            "..........",
            "..........",
            "S......T..",
            "..........",
            "..........",
            "..........",
          ],
          wind: [0, 0, 0, 1, 1, 1, 2, 2, 1, 0],
          stepReward: -1,
          maxSteps: 10_000,
        },
      },
      algo: { id: "sarsa", params: { gamma: 1, alpha: 0.5, epsilon: 0.1 } },
      stop: { episodes: 500 },
    },
  },
  {
    id: "dyna-maze",
    title: "Dyna maze",
    notice:
      "With 50 steps of planning after each real one the agent is near the best 14 moves by its third episode; with none it needs about 25.",
    source: "Sutton & Barto, 2nd edition, example 8.1 and figure 8.2.",
    group,
    scenario: {
      v: 1,
      env: {
        id: "grid-world",
        params: {
          rows: [".......#T", "..#....#.", "S.#....#.", "..#......", ".....#...", "........."],
          cells: { "0,8": { reward: 1 } },
          stepReward: 0,
          maxSteps: 10_000,
        },
      },
      algo: { id: "dyna-q", params: { gamma: 0.95, alpha: 0.1, epsilon: 0.1, planningSteps: 50 } },
      stop: { episodes: 50 },
    },
  },
];
