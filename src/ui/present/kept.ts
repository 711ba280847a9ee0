import { perTab } from "../storage/safe-storage";
import type { Place } from "../lesson/address";
import { readShared, type Shared } from "./messages";
import type { Stage } from "./sequence";

/** What this tab keeps of a lecture over a reload. */
interface KeptHall {
  /** Names the lecture on the line between its windows. */
  session: string;
  /** Null: the hall has been left. */
  state: Shared | null;
  shown: { place: Place | null; stage: Stage };
  /** The option that the run has shown; null: none yet. A run that is brought back to its end does not say it again. */
  answer: number | null;
}

const KEY = "bellman.present";

export function keep({ shown: { place, stage }, ...rest }: KeptHall): void {
  perTab.write(KEY, JSON.stringify({ ...rest, shown: { ...rest.state, place, stage } }));
}

/** What was kept; null if there is nothing that can be read. */
export function keptHall(text = perTab.read(KEY)): KeptHall | null {
  try {
    const raw = JSON.parse(text ?? "null") as Partial<Record<keyof KeptHall, unknown>> | null;
    if (typeof raw?.session !== "string") return null;
    const state = readShared(raw.state);
    const shown = readShared(raw.shown);
    const { place, stage } = shown ?? { place: null, stage: "open" as const };
    const answer = typeof raw.answer === "number" ? raw.answer : null;
    return { session: raw.session, state: shown && state, shown: { place, stage }, answer };
  } catch {
    return null;
  }
}

export function newSession(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}

export function isSamePlace(a: Place | null, b: Place | null): boolean {
  return a?.id === b?.id && a?.step === b?.step;
}
