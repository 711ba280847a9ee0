import type { Challenge } from "../challenge";
import { fromPreset } from "../from-preset";

const MOST_LOOKS = 5;
const RIGHT = 0.85;

export const challenges: readonly Challenge[] = [
  {
    id: "five-looks",
    title: "Five looks",
    task: [
      "The trained network in front of cluttered images, with a random gaze: with eight looks it gets about 81 % of 500 digits right.",
      "Change where it looks and how many glimpses it may take so that it gets at least 85 % right with at most *five*. The number of glimpses is under “World”.",
    ],
    start: fromPreset("glimpse-60-cluttered", {
      seed: 1,
      // Updates so small that they change nothing to speak of, and a test after ten of them.
      algo: { learningRate: 1e-5, batchSize: 8, testEvery: 10, gaze: "random" },
      view: { figure: "run", granularity: "glimpse" },
      stop: { ticks: 81 },
    }),
    free: ["algo.gaze", "env.glimpses"],
    seeds: [1],
    seconds: 5,
    measure: ({ network }, { env }) => [Number(env.params.glimpses), network?.test?.mean ?? 0],
    // TensorFlow.js, which adds in another order on some machines: some of 500 digits.
    tolerance: 0.02,
    judge: ([[looks, right]]) => ({
      passed: looks <= MOST_LOOKS && right >= RIGHT,
      measured: `With ${looks} ${looks === 1 ? "glimpse" : "glimpses"} ${(100 * right).toFixed(1)} % of 500 digits are answered rightly.`,
      needed: "At most 5 glimpses and at least 85 % are needed.",
    }),
    solution: { "algo.gaze": "learned", "env.glimpses": 5 },
    wrong: { "algo.gaze": "scan", "env.glimpses": 5 },
  },
];
