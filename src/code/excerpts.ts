import { excerpts, type Excerpt } from "virtual:excerpts";

export type { Excerpt };

/** The pieces of our own source that are the update of an algorithm. */
export const excerptsOf = (algorithm: string): readonly Excerpt[] => excerpts[algorithm] ?? [];
