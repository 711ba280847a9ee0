import { create } from "zustand";
import { isSame } from "../../../core/scenario";
import { cartPole as words } from "../../../messages/cart-pole";
import { fill } from "../../../messages/section";

/** What a person has reached in this visit, in steps; null: not played yet. In slow motion it is another game. */
export interface Scores {
  last: { steps: number; seconds: number; slow: boolean } | null;
  best: number | null;
  bestSlow: number | null;
}

export const NO_SCORES: Scores = { last: null, best: null, bestSlow: null };

export const useScores = create<Scores>()(() => ({ ...NO_SCORES }));

let world: unknown;

/** Scores count in one world only: in another one they begin anew. */
export function scoreIn(params: Readonly<Record<string, unknown>>): void {
  if (world !== undefined && !isSame(world, params)) useScores.setState(NO_SCORES);
  world = params;
}

export function withScore(scores: Scores, last: NonNullable<Scores["last"]>): Scores {
  const kind = last.slow ? "bestSlow" : "best";
  return { ...scores, last, [kind]: Math.max(scores[kind] ?? 0, last.steps) };
}

/** What the last point of the returns stands for: an episode, or the mean of a few where a long run merges them. */
export function trainingText({ count, about }: { count: number; about: boolean }): string {
  return about ? fill(words.lastEpisodes, { count }) : words.lastEpisode;
}

/** The result of a try, and what it is to be compared with, for the live region. */
export function resultText({ last, best, bestSlow }: Scores, agent: number | null): string {
  if (!last) return "";
  const own = last.slow ? bestSlow : best;
  const { steps, slow } = last;
  const seconds = last.seconds.toFixed(1);
  return [
    fill(slow ? words.resultSlow : words.result, { steps, seconds }),
    own === steps ? words.isBest : fill(words.best, { steps: own ?? 0 }),
    ...(agent === null ? [] : [fill(words.agentsTest, { steps: Math.round(agent) })]),
  ].join(" ");
}
