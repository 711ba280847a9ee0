import { useEffect } from "react";
import { pressOf } from "../controls/key-action";
import { useSettings } from "../storage/settings";
import { useLab } from "../store";
import { obey } from "./control";
import { command, wakes, type Command } from "./keys";
import { share, usePresent } from "./state";

/**
 * The keys of the lecture hall, in either window, while no dialog is open. They come before those of any part of the
 * page: a clicker works wherever the focus is. `own`: what only this window can do; must stay the same function.
 */
export function useCommands(own: (command: Command) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || useLab.getState().dialog) return;
      const press = pressOf(event);
      const take = () => {
        event.preventDefault();
        event.stopPropagation();
      };
      if (usePresent.getState().blank && wakes(press)) {
        take();
        share({ blank: false });
        return;
      }
      const given = command(press, useSettings.getState().letterKeys);
      if (!given) return;
      take();
      if (event.repeat && given !== "next" && given !== "previous") return;
      if (!obey(given)) own(given);
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [own]);
}
