import { TEST_EPISODES } from "../../core/greedy-test";
import type { GreedyTest, NetworkView } from "../../core/network-run";
import { cartPole as words } from "../../messages/cart-pole";
import { fill } from "../../messages/section";
import { formatFixed, formatNumber } from "../../plots/number";

const grouped = new Intl.NumberFormat("en");

/** A number of the run on screen, with its name. */
export interface Reading {
  name: string;
  /** KaTeX. */
  symbol?: string;
  value: string;
  /** What more there is to say of it. */
  note?: string;
}

/**
 * The last test of the greedy policy: its mean, and what it is the mean of. One that cannot be passed is broken off.
 * While the next one is under way, how many episodes of it are played: where they are long it takes its time.
 */
export function testReading(test: GreedyTest | null, testing: number | null): Reading {
  const name = words.greedyTest;
  const progress =
    testing === null ? undefined : fill(words.testing, { done: testing, count: TEST_EPISODES });
  if (!test) return { name, value: words.notTested, ...(progress && { note: progress }) };
  const { mean, episodes, step } = test;
  const tested = episodes < TEST_EPISODES ? words.testBrokenOff : words.tested;
  return {
    name,
    value: formatFixed(mean, 1),
    note: progress ?? fill(tested, { count: episodes, step: grouped.format(step) }),
  };
}

/** At which step the task was solved, or what is still to be reached. */
export function solvedText(solvedAt: number | null, goal: number | null): string {
  if (solvedAt !== null) return fill(words.solvedAt, { step: grouped.format(solvedAt) });
  return goal === null ? words.notSolved : fill(words.notSolvedNeeds, { goal: formatNumber(goal) });
}

/** What there is to read of the first cart and of the training so far. */
export function readings(
  { agents, epsilon, q, value, test, testing, solvedAt }: NetworkView,
  goal: number | null,
): Reading[] {
  const [{ episode, return: sum }] = agents;
  return [
    {
      name: agents.length > 1 ? fill(words.episodeOfFirst, { count: agents.length }) : words.episode,
      value: grouped.format(episode + 1),
    },
    { name: words.returnSoFar, value: formatNumber(sum) },
    ...(epsilon === null
      ? []
      : [{ name: words.exploration, symbol: "\\epsilon", value: formatFixed(epsilon, 3) }]),
    // Action values have bars of their own.
    ...(value === null || q ? [] : [{ name: words.value, symbol: "V(s)", value: formatFixed(value, 1) }]),
    testReading(test, testing),
    { name: words.solved, value: solvedText(solvedAt, goal) },
  ];
}
