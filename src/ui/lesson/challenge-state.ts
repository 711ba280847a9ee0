import { create } from "zustand";
import type { Scenario } from "../../core/scenario";
import type { Progress } from "../../lessons/judging";
import { isSame } from "../../scenario/canonical";

/** A challenge by its chapter and its own name: “bellman/bridge”. */
export type ChallengeKey = `${string}/${string}`;

/** What is being judged: the answer of whoever sits here, or that in a hand-in link. */
export type Judgement = "setting" | "impossible" | "link";

export interface ChallengeResult {
  readonly of: Judgement;
  /** Null where it could not be judged. */
  readonly passed: boolean | null;
  /** Sentences: what was measured and what is needed, or what is wrong. */
  readonly says: readonly string[];
  /** The address to hand in, of an answer that passed. */
  readonly link: string | null;
  /** What was judged; null where that is no setting. */
  readonly setting: Pick<Scenario, "env" | "algo"> | null;
}

/** What a hand-in link holds besides the challenge that it names. */
export interface HandIn {
  readonly claim: string;
  readonly fragment: string;
  readonly scenario: Scenario;
}

/** What is being judged now. */
export interface Judging {
  readonly key: ChallengeKey;
  readonly of: Judgement;
  readonly progress: Progress;
  /** The hand-in link’s check does not fit. */
  readonly isAltered: boolean;
}

interface ChallengeState {
  judging: Judging | null;
  /** The last result of each challenge in this visit. */
  results: Readonly<Record<ChallengeKey, ChallengeResult>>;
}

export const useChallenges = create<ChallengeState>()(() => ({ judging: null, results: {} }));

/** Whether a result is of another setting than the lab shows. */
export function isOfAnother({ setting }: Pick<ChallengeResult, "setting">, shown: Scenario): boolean {
  return setting !== null && !(isSame(setting.env, shown.env) && isSame(setting.algo, shown.algo));
}

export function keyOf(lesson: { id: string }, challenge: { id: string }): ChallengeKey {
  return `${lesson.id}/${challenge.id}`;
}
