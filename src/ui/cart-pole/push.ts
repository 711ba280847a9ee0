import { create } from "zustand";
import { algoSpec } from "../../algos";
import { push as words } from "../../messages/push";
import { labOf } from "../labs";
import { isLockedIn } from "../locks";
import { push } from "../session";
import { useLab, type LabState } from "../store";

/** The last push, for the figure to show; `count` tells pushes apart. */
export const usePushes = create<{ count: number; strength: number }>()(() => ({ count: 0, strength: 0 }));

/** Why the pole cannot be pushed now, as a sentence; empty where it can. */
export function pushProblem({ scenario, run, locks }: Pick<LabState, "scenario" | "run" | "locks">): string {
  if (!algoSpec(scenario.algo.id)?.network || !run.clock) return words.preparing;
  if (isLockedIn({ scenario, locks }, "push")) return words.locked;
  if (run.status === "finished") return words.finished;
  if (run.status === "measuring") return words.measuring;
  return run.status === "seeking" ? words.seeking : "";
}

/** Strikes the pole of every cart in the run, −1 to the left, 1 to the right, where that can be done now. */
export function pushPole(strength: -1 | 1): void {
  const lab = useLab.getState();
  if (labOf(lab.scenario) !== "cart-pole" || pushProblem(lab) !== "") return;
  push(strength);
  usePushes.setState(({ count }) => ({ count: count + 1, strength }));
}
