import { create } from "zustand";
import { isSame } from "../../../core/scenario";

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
  return about ? `mean of about the last ${count} episodes of training` : "last episode of training";
}

/** The result of a try, and what it is to be compared with, for the live region. */
export function resultText({ last, best, bestSlow }: Scores, agent: number | null): string {
  if (!last) return "";
  const own = last.slow ? bestSlow : best;
  const result = `You balanced it for ${last.steps} steps, ${last.seconds.toFixed(1)} s${last.slow ? " of its time" : ""}.`;
  const record = own === last.steps ? "Your best so far." : `Your best is ${own}.`;
  const rival = agent === null ? "" : ` The agent’s last greedy test: ${Math.round(agent)}.`;
  return `${result} ${record}${rival}`;
}
