import { create } from "zustand";
import type { Channel } from "./channel";
import type { Message, Shared } from "./messages";

export const NOTHING: Shared = {
  place: null,
  stage: "open",
  blank: false,
  frozen: false,
  laser: false,
  code: false,
};

/** What this window knows of the lecture; the other one is told of every change. */
export const usePresent = create<Shared>()(() => NOTHING);

/** Where the laser points, in parts of the window that the hall sees; null: nowhere yet. */
export const useDot = create<{ dot: { x: number; y: number } | null }>()(() => ({ dot: null }));

let line: Channel | null = null;

/** The line to the other window from now on; null: none. */
export function connect(channel: Channel | null): void {
  line = channel;
}

export function tell(message: Message): void {
  line?.send(message);
}

/** Changes what is on screen, in both windows. */
export function share(part: Partial<Shared>): void {
  usePresent.setState(part);
  tell({ type: "state", state: usePresent.getState() });
}
