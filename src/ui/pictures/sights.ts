import { useEffect } from "react";
import { create } from "zustand";
import type { Look, Sight } from "../../core/network-run";
import { frames, look } from "../session";
import { useLab } from "../store";

/**
 * The newest picture of each kind that somebody looks at. Frames bring new ones a few times a second and at every pause;
 * until then the last ones stay.
 */
export const useSights = create<Sight>()(() => ({}));

frames.subscribe(({ sight }) => {
  if (sight) useSights.setState(sight);
});

useLab.subscribe(({ base }, before) => {
  const isNewRun = base !== before.base && frames.latest === null;
  if (isNewRun) useSights.setState({}, true);
});

/** What each panel on screen looks at. */
const wanted = new Map<symbol, Look>();
let told = "{}";

/** Tells the worker, and forgets the pictures that nobody looks at any more. */
function tell(): void {
  const at = Object.assign({}, ...wanted.values()) as Look;
  if (JSON.stringify(at) === told) return;
  told = JSON.stringify(at);
  look(at);
  const sight = useSights.getState();
  const kept = Object.entries(sight).filter(([kind]) => kind in at);
  useSights.setState(Object.fromEntries(kept), true);
}

/** Looks at these pictures while the component is on screen. */
export function useLook(at: Look): void {
  const key = JSON.stringify(at);
  useEffect(() => {
    const mine = Symbol(key);
    wanted.set(mine, JSON.parse(key) as Look);
    tell();
    return () => {
      wanted.delete(mine);
      queueMicrotask(tell); // what takes its place has said by then what it looks at
    };
  }, [key]);
}
