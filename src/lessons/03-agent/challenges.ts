import { presetById } from "../../scenario/presets";
import type { Challenge } from "../challenge";

const MOST_ARROWS = 3;
const MOST_STEPS = 100;

export const challenges: readonly Challenge[] = [
  {
    id: "three-arrows",
    title: "Three signposts",
    task: [
      "At random it takes 692 steps from the start to the goal, in the mean. The policy is now “my arrows”: cells without an arrow still act at random.",
      "Put up at most three arrows (Edit map, tool “Arrows”) so that the mean falls below 100 steps. Where does a random walker lose most of its time?",
    ],
    start: {
      ...presetById("lecture-maze")?.scenario,
      algo: { id: "policy-evaluation", params: { gamma: 1, policy: "custom" } },
      view: { granularity: "sweep", layers: ["values", "arrows"], selected: { state: 0 } },
    },
    free: ["algo.arrows"],
    seeds: [0],
    seconds: 1,
    measure: ({ view, clock }, { algo }) => {
      const arrows = Object.keys(algo.params.arrows as object).length;
      return [arrows, clock.sweeps > 0 ? -(view?.V[0] ?? 0) : 0];
    },
    tolerance: 0,
    judge: ([[arrows, steps]]) => ({
      passed: arrows <= MOST_ARROWS && steps > 0 && steps < MOST_STEPS,
      measured:
        steps === 0
          ? "From some cell these arrows never lead to the goal, so the mean has no limit."
          : `With ${arrows} arrows it takes ${steps.toFixed(1)} steps in the mean.`,
      needed: `At most ${MOST_ARROWS} arrows and fewer than ${MOST_STEPS} steps are needed.`,
    }),
    solution: { "algo.arrows": { 6: [2], 8: [1], 10: [0] } },
    wrong: { "algo.arrows": { 0: [1], 1: [2], 8: [1] } },
  },
];
