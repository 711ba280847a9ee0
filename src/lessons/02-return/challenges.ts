import type { Challenge } from "../challenge";
import { bestWays } from "../best-ways";
import { plannedExits } from "./worlds";

const [RIGHT, LEFT] = [1, 3];
/** The cells of the middle row from the exit that pays 1 to the one that pays 10. */
const BETWEEN = [10, 11, 12, 13, 14, 15, 16];

export const challenges: readonly Challenge[] = [
  {
    id: "watershed",
    title: "The watershed",
    task: [
      "Somewhere between the two exits the best arrows change their direction. With $\\gamma = 0.9$ even the cell beside the 1 leads to the 10.",
      "Change only $\\gamma$ so that in the middle row exactly *one* cell, the one beside the 1, leads to the 1 and all the others to the 10. You can work out between which two numbers $\\gamma$ must lie before you try.",
    ],
    start: plannedExits(0.9),
    free: ["algo.gamma"],
    seeds: [0],
    seconds: 1,
    measure: ({ view }) => {
      const goes = (cell: number, action: number) => {
        const best = view?.Q.subarray(cell * 4, cell * 4 + 4) ?? new Float64Array(4);
        return best[action] === Math.max(...best) && best[action] > best[LEFT + RIGHT - action];
      };
      return [
        BETWEEN.filter((cell) => goes(cell, LEFT)).length,
        BETWEEN.filter((cell) => goes(cell, RIGHT)).length,
      ];
    },
    tolerance: 0,
    judge: ([[left, right]]) => ({
      passed: left === 1 && right === BETWEEN.length - 1,
      measured: `In the middle row ${left} of 7 cells lead to the 1 and ${right} to the 10.`,
      needed: "1 and 6 are needed.",
    }),
    solution: { "algo.gamma": 0.6 },
    wrong: { "algo.gamma": 0.5 },
  },
  {
    id: "hurry",
    title: "In a hurry",
    task: [
      "Now $\\gamma = 1$, and a reward counts the same whenever it comes. Steps pay nothing yet, so every move is as good as another.",
      "Change only the step reward so that the best way from the start leads to the exit that pays *1*, whichever of equally good arrows is followed.",
    ],
    start: plannedExits(1),
    free: ["env.stepReward"],
    seeds: [0],
    seconds: 1,
    measure: (run, scenario) => {
      const { pays, moves } = bestWays(run, scenario);
      return [pays.length === 1 && moves < Infinity ? pays[0] : 0];
    },
    tolerance: 0,
    judge: ([[exit]]) => ({
      passed: exit === 1,
      measured:
        exit === 0
          ? "The best arrows from the start do not lead to one exit only, or not at all."
          : `The best arrows from the start lead to the exit that pays ${exit}.`,
      needed: "They must lead to the one that pays 1.",
    }),
    solution: { "env.stepReward": -3 },
    wrong: { "env.stepReward": -2 },
  },
];
