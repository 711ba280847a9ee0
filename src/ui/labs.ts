import { envSpecs, type EnvId } from "../envs";
import type { LabState, Step } from "./store";

/** The labs, in the order the page lists them: one for each environment. */
export const LABS = (Object.keys(envSpecs) as EnvId[]).map((id) => ({ id, title: envSpecs[id].title }));

/** Steps a second when a lab is first opened: an update of a table is to be followed, a network takes thousands. */
export const FIRST_RATE: Readonly<Record<EnvId, number>> = {
  "grid-world": 4,
  "cart-pole": Infinity,
  glimpse: Infinity,
};

/** The lab that shows a scenario. The environment's id must be known, as that of a scenario that was read is. */
export function labOf({ env }: { env: { id: string } }): EnvId {
  return env.id as EnvId;
}

/** The run last shown in a lab, from what undo and redo remember. */
export function lastRunIn(id: EnvId, { past, future }: Pick<LabState, "past" | "future">): Step["run"] {
  const isThere = ({ run }: Step) => run !== undefined && labOf(run.scenario) === id;
  return (past.findLast(isThere) ?? future.findLast(isThere))?.run;
}
