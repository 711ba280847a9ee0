import { isEmbedded } from "./mode-state";

/** Puts another address in place of this page's, without a step of its history. In a frame it is the page around that says where it leads. */
export function rewriteAddress(to: string): void {
  if (!isEmbedded()) history.replaceState(history.state, "", to);
}
