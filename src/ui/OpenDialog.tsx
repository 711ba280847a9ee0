import { useEffect, useState, type ComponentType } from "react";
import { dialogs as words } from "../messages/dialogs";
import { notify } from "./notify";
import { useLab, type LabState } from "./store";

type Name = NonNullable<LabState["dialog"]>;

const LOADERS: Record<Name, () => Promise<{ default: ComponentType }>> = {
  presets: () => import("./Presets"),
  lecture: () => import("./lesson/Lecture"),
  code: () => import("./code/CodeDialog"),
  share: () => import("./share/ShareDialog"),
  keys: () => import("./KeySheet"),
  about: () => import("./About"),
  backend: () => import("./BackendDialog"),
  benchmark: () => import("./benchmark/Benchmark"),
};

/** Runs `work` when the page has nothing else to do, soon in any case. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 200);
}

const NAMES = Object.keys(LOADERS) as Name[];

/**
 * The dialog that is asked for, of those that there are in this place. Its code comes when the page has nothing else to
 * do, at the latest when it opens.
 */
export function OpenDialog({ names = NAMES }: { names?: readonly Name[] }) {
  const dialog = useLab((lab) => lab.dialog);
  const [loaded, setLoaded] = useState<Partial<Record<Name, ComponentType>>>({});

  useEffect(() => {
    // The dialogs are small; fetched now they open without a network too.
    whenIdle(() => {
      for (const name of names) LOADERS[name]().catch(() => {}); // opening it will say what is wrong
    });
  }, [names]);

  useEffect(() => {
    if (!dialog || loaded[dialog] || !names.includes(dialog)) return;
    LOADERS[dialog]().then(
      (module) => setLoaded((before) => ({ ...before, [dialog]: module.default })),
      () => {
        useLab.setState({ dialog: null });
        notify({ kind: "problem", says: words.notFetched });
      },
    );
  }, [dialog, loaded, names]);

  const Shown = dialog ? loaded[dialog] : undefined;
  return Shown ? <Shown /> : null;
}
