import { create } from "zustand";
import { isBefore, START, type Position, type Scenario } from "../../core/scenario";
import { algoSpec } from "../../algos";
import { CHECKPOINT_FORM, type SavedRun } from "../../engine/client-saved-run";
import type { Status } from "../../engine/protocol";
import { isEmbedded } from "../mode-state";
import { useLab } from "../store";
import type { Keeping, TrainingKeeper } from "./training-keeper";

/** How keeping the training of networks in this browser goes. */
export const useKeeping = create<{ keeping: Keeping }>()(() => ({ keeping: "untried" }));

const RESTS: ReadonlySet<Status> = new Set(["paused", "finished"]);

let keeper: TrainingKeeper | undefined;

/** Fetched when it is first of use: most labs train no network. */
async function openKeeper(): Promise<TrainingKeeper> {
  const [{ TrainingKeeper: Keeper }, { trainingDatabase }] = await Promise.all([
    import("./training-keeper"),
    import("./training-database"),
  ]);
  keeper ??= new Keeper(
    trainingDatabase,
    CHECKPOINT_FORM,
    () => Date.now(),
    (keeping) => useKeeping.setState({ keeping }),
  );
  return keeper;
}

/** Without it everything works, only nothing is kept. */
function withKeeper(act: (keeper: TrainingKeeper) => void): void {
  openKeeper().then(act, () => useKeeping.setState({ keeping: "refused" }));
}

/** Keeps a run: at once where it has come to rest, else before long. In a frame of another page nothing is kept. */
export function keepTraining(saved: SavedRun, isAtRest: boolean): void {
  if (isEmbedded()) return;
  withKeeper((opened) => opened.keep(saved, isAtRest));
}

/** Forgets a run that cannot be gone on from. */
export function forgetTraining(saved: SavedRun): void {
  withKeeper((opened) => opened.forget(saved));
}

/**
 * The kept run from which the training of `scenario` can go on towards `at`, where it is to be paused; null if there is
 * none. `orBeyond`: also one that stands further on.
 */
export async function findTraining(
  scenario: Scenario,
  at: Position,
  orBeyond: boolean,
): Promise<SavedRun | null> {
  if (!algoSpec(scenario.algo.id)?.network || isEmbedded()) return null;
  return (await openKeeper()).find(scenario, at, orBeyond);
}

/** The same for a run about to be loaded; undefined where there is nothing to look for. */
export function searchTraining(
  scenario: Scenario,
  at: Position,
  orBeyond: boolean,
): Promise<SavedRun | null> | undefined {
  const trains = algoSpec(scenario.algo.id)?.network !== undefined;
  return trains && isBefore(START, at) ? findTraining(scenario, at, orBeyond).catch(() => null) : undefined;
}

/** Writes what is not written yet whenever the run comes to rest or the page may be about to go. */
export function startKeepingTraining(): void {
  useLab.subscribe((lab, before) => {
    if (RESTS.has(lab.run.status) && lab.run.status !== before.run.status) keeper?.flush();
  });
  document.addEventListener("visibilitychange", () => document.hidden && keeper?.flush(true));
  addEventListener("pagehide", () => keeper?.flush(true));
}
