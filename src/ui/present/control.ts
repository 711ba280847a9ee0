import { present as words } from "../../messages/present";
import { notify } from "../notify";
import type { Command } from "./keys";
import { loadLecture } from "./lecture";
import { next, outlineOf, previous } from "./sequence";
import { share, usePresent } from "./state";

/** What both windows can do; each does it for both. */

function move(by: typeof next): void {
  loadLecture().then(
    (lessons) => {
      const { place, stage } = usePresent.getState();
      const spot = place && by(outlineOf(lessons), { place, stage });
      if (spot) share(spot);
    },
    () => notify({ kind: "problem", says: words.notLoaded }),
  );
}

/** Does what a key or a button asks for. False: this is something that only one of the windows can do. */
export function obey(command: Command): boolean {
  const { blank, frozen, laser, code } = usePresent.getState();
  if (command === "next") move(next);
  else if (command === "previous") move(previous);
  else if (command === "blank") share({ blank: !blank });
  else if (command === "freeze") share({ frozen: !frozen });
  else if (command === "laser") share({ laser: !laser });
  else if (command === "code") share({ code: !code });
  else return false;
  return true;
}
