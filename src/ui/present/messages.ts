import type { Place } from "../lesson/address";
import type { Stage } from "./sequence";

/** What both windows of a lecture know: where it is, and what lies over the slide. */
export interface Shared {
  /** Null: no lesson is on screen, only an experiment. */
  readonly place: Place | null;
  readonly stage: Stage;
  readonly blank: boolean;
  /** What the hall sees stays as it is. */
  readonly frozen: boolean;
  readonly laser: boolean;
  /** The QR code of what is on screen. */
  readonly code: boolean;
}

/** A key of the lab, pressed in the speaker's window. */
export const PRESSES = ["run-or-pause", "step", "step-back", "reset"] as const;
export type Press = (typeof PRESSES)[number];

/** What the windows of a lecture tell each other. */
export type Message =
  /** A window has just opened, and asks what there is. */
  | { readonly type: "hello" }
  | { readonly type: "state"; readonly state: Shared }
  | { readonly type: "press"; readonly press: Press }
  /** How far the run is. */
  | { readonly type: "clock"; readonly says: string }
  /** Where the laser points, in parts of the window. */
  | { readonly type: "dot"; readonly x: number; readonly y: number }
  /** The window that the hall sees is left. */
  | { readonly type: "bye" };

/** With the lecture that it belongs to: several may be held in one browser. A window that looks for one says null. */
export type Letter = Message & { readonly session: string | null };

const STAGES: readonly Stage[] = ["open", "run", "told"];

/** A message as it came over the channel; null if it is none, as from another version of the page. */
export function readLetter(raw: unknown): Letter | null {
  if (!isRecord(raw)) return null;
  const { session } = raw;
  if (session !== null && typeof session !== "string") return null;
  const message = readMessage(raw);
  return message && { ...message, session };
}

function readMessage(raw: Record<string, unknown>): Message | null {
  const { type, press, says, x, y } = raw;
  if (type === "hello" || type === "bye") return { type };
  if (type === "state") {
    const state = readShared(raw.state);
    return state && { type, state };
  }
  if (type === "press") {
    const known = PRESSES.find((each) => each === press);
    return known ? { type, press: known } : null;
  }
  if (type === "clock") return typeof says === "string" ? { type, says } : null;
  return type === "dot" && isPart(x) && isPart(y) ? { type, x, y } : null;
}

/** What is known of a lecture, as it was stored or sent; null if it is not that. */
export function readShared(raw: unknown): Shared | null {
  if (!isRecord(raw)) return null;
  const { blank, frozen, laser, code } = raw;
  const stage = STAGES.find((known) => known === raw.stage);
  const place = readPlace(raw.place);
  if (stage === undefined || place === undefined) return null;
  if (!isBoolean(blank) || !isBoolean(frozen) || !isBoolean(laser) || !isBoolean(code)) return null;
  return { place, stage, blank, frozen, laser, code };
}

function readPlace(raw: unknown): Place | null | undefined {
  if (raw === null) return null;
  if (!isRecord(raw)) return undefined;
  const { id, step } = raw;
  return typeof id === "string" && typeof step === "number" && Number.isSafeInteger(step) && step >= 0
    ? { id, step }
    : undefined;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null;
}

function isBoolean(raw: unknown): raw is boolean {
  return typeof raw === "boolean";
}

function isPart(raw: unknown): raw is number {
  return typeof raw === "number" && raw >= 0 && raw <= 1;
}
