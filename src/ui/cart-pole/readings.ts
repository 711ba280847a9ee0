import { TEST_EPISODES } from "../../core/greedy-test";
import type { GreedyTest, NetworkView } from "../../core/network-run";
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
  const name = "Greedy test";
  const progress = testing === null ? undefined : `testing: ${testing} of ${TEST_EPISODES} episodes`;
  if (!test) return { name, value: "not yet", ...(progress && { note: progress }) };
  const { mean, episodes, step } = test;
  const brokenOff = episodes < TEST_EPISODES ? ", broken off" : "";
  return {
    name,
    value: formatFixed(mean, 1),
    note: progress ?? `${episodes} episodes${brokenOff}, step ${grouped.format(step)}`,
  };
}

/** At which step the task was solved, or what is still to be reached. */
export function solvedText(solvedAt: number | null, goal: number | null): string {
  if (solvedAt !== null) return `at step ${grouped.format(solvedAt)}`;
  return goal === null ? "not yet" : `not yet, needs ${formatNumber(goal)}`;
}

/** What there is to read of the first cart and of the training so far. */
export function readings(
  { agents, epsilon, q, value, test, testing, solvedAt }: NetworkView,
  goal: number | null,
): Reading[] {
  const [{ episode, return: sum }] = agents;
  return [
    {
      name: agents.length > 1 ? `Episode, cart 1 of ${agents.length}` : "Episode",
      value: grouped.format(episode + 1),
    },
    { name: "Return so far", value: formatNumber(sum) },
    ...(epsilon === null
      ? []
      : [{ name: "Exploration", symbol: "\\epsilon", value: formatFixed(epsilon, 3) }]),
    // Action values have bars of their own.
    ...(value === null || q ? [] : [{ name: "Value", symbol: "V(s)", value: formatFixed(value, 1) }]),
    testReading(test, testing),
    { name: "Solved", value: solvedText(solvedAt, goal) },
  ];
}
