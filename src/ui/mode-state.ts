import { create } from "zustand";
import { withPresent, type Mode } from "./mode";

/** What the page shows: what its address asked for when it was loaded, or, since then, the lecture hall or the lab again. */
export const useMode = create<{ mode: Mode }>()(() => ({ mode: "lab" }));

/** Whether another page shows this one as a part of it. Then the address is that page's, and nothing is kept here. */
export function isEmbedded(): boolean {
  return useMode.getState().mode === "embed";
}

/** Goes into the lecture hall with what is on screen, and out again. */
export function setPresenting(presenting: boolean): void {
  const { hash, pathname, search } = location;
  history.replaceState(history.state, "", pathname + withPresent(search, presenting) + hash);
  useMode.setState({ mode: presenting ? "present" : "lab" });
}
