import { create } from "zustand";
import { algoSpec } from "../../algos";
import { labOf } from "../labs";
import { push } from "../session";
import { useLab, type LabState } from "../store";

/** The last push, for the figure to show; `count` tells pushes apart. */
export const usePushes = create<{ count: number; strength: number }>()(() => ({ count: 0, strength: 0 }));

/** Why the pole cannot be pushed now, as a sentence; empty where it can. */
export function pushProblem({ scenario, run }: Pick<LabState, "scenario" | "run">): string {
  if (!algoSpec(scenario.algo.id)?.network || !run.clock) return "The run is still being prepared.";
  if (run.status === "finished") return "The run has ended. Reset begins a new one.";
  if (run.status === "measuring") return "Wait for the measurement, or cancel it: the policy is held for it.";
  return run.status === "seeking" ? "Wait until the run has arrived where it is going." : "";
}

/** Strikes the pole of every cart in the run, −1 to the left, 1 to the right, where that can be done now. */
export function pushPole(strength: -1 | 1): void {
  const lab = useLab.getState();
  if (labOf(lab.scenario) !== "cart-pole" || pushProblem(lab) !== "") return;
  push(strength);
  usePushes.setState(({ count }) => ({ count: count + 1, strength }));
}
