import type { MouseEvent } from "react";

/** Whether a click on a link asks the browser for something of its own: a new tab, a window, a download. */
export function isForBrowser({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}
