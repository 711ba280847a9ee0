import type { Scenario } from "../core/scenario";
import { judgedOf, withSetting } from "./answer";
import type { Challenge, Measured, Setting, Verdict } from "./challenge";
import type { RunFacts } from "./run-facts";

/** Runs a scenario to its stop condition; `onShare` hears how much of it is done, 0 to 1. Rejects with a sentence. */
export type RunToStop = (scenario: Scenario, onShare: (share: number) => void) => Promise<RunFacts>;

/** How far judging is: `run` of `runs` has come so far (0 to 1). */
export interface Progress {
  readonly run: number;
  readonly runs: number;
  readonly share: number;
}

/** What the simulator says of an answer. */
export interface Judged {
  readonly values: readonly Measured[];
  readonly verdict: Verdict;
}

/** Runs a setting with each seed of the challenge. */
export async function judgeSetting(
  challenge: Challenge,
  setting: Scenario,
  run: RunToStop,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Judged> {
  const { seeds } = challenge;
  const scenario = judgedOf(challenge, setting);
  const values: Measured[] = [];
  for (const [i, seed] of seeds.entries()) {
    const tell = (share: number) => onProgress({ run: i + 1, runs: seeds.length, share });
    tell(0);
    values.push(await measured(challenge, { ...scenario, seed }, run, tell));
  }
  return { values, verdict: challenge.judge(values) };
}

/**
 * Tries the settings that a challenge samples, for the answer that none does it: a search and no proof. It measures how
 * many were tried until one passed, and whether one did.
 */
export async function judgeImpossible(
  challenge: Challenge,
  run: RunToStop,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Judged> {
  const settings = combinations(challenge.sampled ?? {});
  for (const [i, setting] of settings.entries()) {
    onProgress({ run: i + 1, runs: settings.length, share: 0 });
    const scenario = judgedOf(challenge, withSetting(challenge, setting));
    if (await passesThroughout(challenge, scenario, run)) return sampledResult(i + 1, 1);
  }
  return sampledResult(settings.length, 0);
}

/** What trying settings has come to. */
export function sampledVerdict([tried, passing]: Measured): Verdict {
  return {
    passed: tried > 0 && passing === 0,
    measured:
      passing === 0
        ? `None of the ${tried} settings that were sampled does it.`
        : "A setting that does it was found among those that were sampled.",
    needed: "No setting that is sampled may do it. That is a search, not a proof.",
  };
}

function sampledResult(tried: number, passing: number): Judged {
  return { values: [[tried, passing]], verdict: sampledVerdict([tried, passing]) };
}

/** Whether each seed passes by itself; the rest need not be run once one does not. */
async function passesThroughout(challenge: Challenge, scenario: Scenario, run: RunToStop): Promise<boolean> {
  for (const seed of challenge.seeds) {
    const values = await measured(challenge, { ...scenario, seed }, run, () => {});
    if (!challenge.judge([values]).passed) return false;
  }
  return true;
}

async function measured(
  challenge: Challenge,
  scenario: Scenario,
  run: RunToStop,
  onShare: (share: number) => void,
): Promise<Measured> {
  // Six digits: what a link holds is what was judged.
  return challenge
    .measure(await run(scenario, onShare), scenario)
    .map((value) => Number(value.toPrecision(6)));
}

function combinations(sampled: Readonly<Record<string, readonly unknown[]>>): Setting[] {
  return Object.entries(sampled).reduce<Setting[]>(
    (all, [path, values]) => all.flatMap((setting) => values.map((value) => ({ ...setting, [path]: value }))),
    [{}],
  );
}
