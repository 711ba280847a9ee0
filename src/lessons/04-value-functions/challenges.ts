import { presetById } from "../../scenario/presets";
import type { Challenge } from "../challenge";

const grid = presetById("sutton-barto-4x4")?.scenario;
const CORNER = 3;
const BAD = -30;

export const challenges: readonly Challenge[] = [
  {
    id: "scale",
    title: "A third of the price",
    task: [
      "Under the random policy the top right corner is worth −22. Change only the step reward so that it is worth −7, give or take 0.05.",
      "One try is enough if you think first: how does a sum change when all its terms do?",
    ],
    start: { ...grid, view: { granularity: "sweep", layers: ["values"], selected: { state: CORNER } } },
    free: ["env.stepReward"],
    seeds: [0],
    seconds: 1,
    measure: ({ view }) => [view?.V[CORNER] ?? 0],
    tolerance: 0,
    judge: ([[V]]) => ({
      passed: Math.abs(V + 7) <= 0.05,
      measured: `The corner is worth ${minus(V.toFixed(2))}.`,
      needed: "−7.05 to −6.95 is needed.",
    }),
    solution: { "env.stepReward": -0.318 },
    wrong: { "env.stepReward": -0.4 },
  },
  {
    id: "bad-advice",
    title: "Worse than no advice",
    task: [
      "The policy is “my arrows”, without any arrow yet: the random one. Draw *one* arrow (Edit map, tool “Arrows”) that makes the corner worth less than −30.",
      "The policy must still come to an end from everywhere, or there is no value at all.",
    ],
    start: {
      ...grid,
      algo: { id: "policy-evaluation", params: { gamma: 1, policy: "custom" } },
      view: { granularity: "sweep", layers: ["values", "arrows"], selected: { state: CORNER } },
    },
    free: ["algo.arrows"],
    seeds: [0],
    seconds: 1,
    measure: ({ view, clock }, { algo }) => {
      const arrows = Object.keys(algo.params.arrows as object).length;
      return [arrows, clock.sweeps > 0 ? (view?.V[CORNER] ?? 0) : 0];
    },
    tolerance: 0,
    judge: ([[arrows, V]]) => ({
      passed: arrows === 1 && V < BAD,
      measured:
        V === 0
          ? "From some cell this policy never comes to an end, so there is no value."
          : `With ${arrows} ${arrows === 1 ? "arrow" : "arrows"} the corner is worth ${minus(V.toFixed(2))}.`,
      needed: "One arrow and less than −30 are needed.",
    }),
    solution: { "algo.arrows": { 1: [1] } },
    wrong: { "algo.arrows": { 3: [0] } },
  },
];

/** A number with a minus sign that is as wide as the other signs. */
function minus(text: string): string {
  return text.replace("-", "−");
}
