import type { Challenge, Measured } from "./challenge";
import { bestWays } from "./best-ways";
import { fromPreset } from "./from-preset";

/**
 * Tasks of Berkeley’s CS188, project “Reinforcement learning”: the bridge and the policies of the DiscountGrid. What is
 * measured of each is [how many exits the arrows lead to, what the first of them pays, moves, along the cliff or not].
 */

/** Moves of a way without an end. */
const ENDLESS = -1;

const WAYS = { near: 1, far: 10 } as const;

/** Cells of the DiscountGrid beside the cliff, without the start. */
const ALONG_CLIFF = [16, 17, 18, 19];

const view = { granularity: "sweep", layers: ["values", "arrows", "rewards"] };

export const bridge: Challenge = {
  id: "bridge",
  title: "Cross the bridge",
  task: [
    "The agent stands at the left end of a narrow bridge. Beside it an exit pays 1; the exit at the other end pays 10; falling off the bridge costs 100. With $\\gamma = 0.9$ and noise 0.2 the best policy turns back for the 1.",
    "Change *one* of the two, the discount or the noise, so that the best arrows lead over the bridge.",
  ],
  start: fromPreset("bridge-grid", { seed: 0, view }),
  free: ["algo.gamma", "env.noise"],
  atMost: 1,
  seeds: [0],
  seconds: 1,
  measure: (run, scenario) => {
    const { pays, moves } = bestWays(run, scenario);
    return wayOf(pays, moves, false);
  },
  tolerance: 0,
  judge: ([way]) => ({
    passed: leadsTo(way, "far"),
    measured: saysOf(way),
    needed: "They must lead to the exit that pays 10.",
  }),
  solution: { "env.noise": 0 },
  wrong: { "algo.gamma": 0.99 },
};

interface Wanted extends Pick<Challenge, "id" | "title" | "task" | "solution" | "wrong"> {
  readonly exit: keyof typeof WAYS | null;
  readonly alongCliff: boolean;
}

/** A policy that the DiscountGrid is to have. */
export function discountGrid({ exit, alongCliff, ...rest }: Wanted): Challenge {
  return {
    ...rest,
    start: fromPreset("discount-grid", { seed: 0, view }),
    free: ["algo.gamma", "env.noise", "env.stepReward"],
    seeds: [0],
    seconds: 1,
    measure: (run, scenario) => {
      const { pays, moves, cells } = bestWays(run, scenario);
      return wayOf(
        pays,
        moves,
        ALONG_CLIFF.some((cell) => cells.has(cell)),
      );
    },
    tolerance: 0,
    judge: ([way]) => ({
      passed: leadsTo(way, exit) && way[3] === Number(alongCliff),
      measured: saysOf(way),
      needed: neededOf(exit, alongCliff),
    }),
    sampled: {
      "algo.gamma": [0.1, 0.3, 0.5, 0.9, 0.99],
      "env.noise": [0, 0.2, 0.4],
      "env.stepReward": [-5, -1, 0, 1, 10],
    },
  };
}

function wayOf(pays: readonly number[], moves: number, alongCliff: boolean): Measured {
  return [pays.length, pays[0] ?? 0, moves === Infinity ? ENDLESS : moves, Number(alongCliff)];
}

/** Whether all arrows lead to this exit; null: to none, round for ever. */
function leadsTo([exits, pays, moves]: Measured, exit: keyof typeof WAYS | null): boolean {
  if (exit === null) return exits === 0 && moves === ENDLESS;
  return exits === 1 && pays === WAYS[exit] && moves !== ENDLESS;
}

function saysOf([exits, pays, moves, alongCliff]: Measured): string {
  const how = alongCliff === 1 ? " along the cliff" : "";
  if (exits === 0) return `The best arrows from the start lead round for ever${how}.`;
  if (exits > 1) return "Of the best arrows from the start some lead to one ending and some to another.";
  if (moves === ENDLESS)
    return `The best arrows from the start need not lead to an ending: one can follow them for ever.`;
  return `The best arrows from the start lead${how} to the exit that pays ${pays}, in ${moves} ${moves === 1 ? "move" : "moves"}.`;
}

function neededOf(exit: Wanted["exit"], alongCliff: boolean): string {
  if (exit === null) return "They must lead round for ever, to no exit and not along the cliff.";
  return `They must lead to the exit that pays ${WAYS[exit]}, ${alongCliff ? "along the cliff" : "away from the cliff"}.`;
}
