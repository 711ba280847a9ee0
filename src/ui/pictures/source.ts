import { useLab } from "../store";
import { useSights } from "./sights";

/** Where a picture's data are: calls back whenever they may be new. */
export interface Source {
  subscribe(listener: () => void): () => void;
}

/** What the worker computes for those who look … */
export const SIGHTS: Source = { subscribe: (listener) => useSights.subscribe(listener) };

/** … and the page's own state. */
export const LAB: Source = { subscribe: (listener) => useLab.subscribe(listener) };
