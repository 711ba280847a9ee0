import { algoSpec } from "../../algos";
import { outcome as words } from "../../messages/outcome";
import { fill } from "../../messages/section";
import type { LabState, RunState } from "../store";

/** Whether there is no run and none is on its way: what went wrong was told in a message. */
export function hasFailed({ clock, status }: Pick<RunState, "clock" | "status">): boolean {
  return clock === null && status === "paused";
}

/** What there is to wait for before a network's run is there; empty once it is, and where it comes at once. */
export function preparing({
  scenario,
  run,
  backend,
  fetching,
}: Pick<LabState, "scenario" | "run" | "backend" | "fetching">): string {
  const isReady = run.status !== "preparing" && (run.clock !== null || hasFailed(run));
  if (isReady || !algoSpec(scenario.algo.id)?.network) return "";
  const work =
    fetching !== null && fetching < 1
      ? fill(words.fetching, { percent: Math.floor(fetching * 100) })
      : backend
        ? words.building
        : words.loading;
  return fill(run.status === "running" ? words.preparingToRun : words.preparing, { work });
}
