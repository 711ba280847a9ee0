import { useEffect } from "react";
import { pushPole } from "../cart-pole/push";
import { redo, reset, step, stepBack, undo } from "../session";
import { useSettings } from "../storage/settings";
import { useLab } from "../store";
import { keyAction, pressOf, type KeyAction } from "./key-action";
import { runOrPause } from "./run-or-pause";

const ACTIONS: Record<KeyAction, () => void> = {
  "run-or-pause": runOrPause,
  step: () => step(),
  "step-back": () => stepBack(),
  reset,
  undo,
  redo,
  "push-left": () => pushPole(-1),
  "push-right": () => pushPole(1),
  keys: () => useLab.setState({ dialog: "keys" }),
};

/** The keys of the page, while no dialog is open. A part that handles a key itself prevents its default. */
export function usePageKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || useLab.getState().dialog) return;
      const action = keyAction(pressOf(event), useSettings.getState().letterKeys);
      if (!action) return;
      event.preventDefault();
      if (event.repeat && (action === "run-or-pause" || action === "reset")) return;
      ACTIONS[action]();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
