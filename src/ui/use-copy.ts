import { useRef, useState, type RefObject } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A text to be copied with a button: what the button does, and what came of it in words. `field` shows the text, if
 * something does: where the browser does not let the page copy, it is selected there.
 */
export function useCopy<F extends Field = HTMLInputElement>(
  text: string,
  done: string,
  byHand: string,
): { field: RefObject<F | null>; says: string; copy: () => void } {
  const [says, setSays] = useState("");
  const field = useRef<F>(null);
  const copy = () => void copied(text, field.current).then((isDone) => setSays(isDone ? done : byHand));
  return { field, says, copy };
}

async function copied(text: string, field: Field | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return false;
  }
}
