import { isEmbedded } from "./mode-state";

const HIDDEN_EVERY = 100; // ms between two takes where nobody sees the page
/** A frame that is scrolled out of sight gets no animation frames, and does not know it. */
const UNSEEN_AFTER = 250; // ms

/** Calls `take` at the next animation frame, or after a while where none may come; in a frame perhaps twice. */
export function nextDraw(take: () => void): void {
  if (document.hidden) {
    setTimeout(take, HIDDEN_EVERY);
    return;
  }
  requestAnimationFrame(take);
  if (isEmbedded()) setTimeout(take, UNSEEN_AFTER);
}
