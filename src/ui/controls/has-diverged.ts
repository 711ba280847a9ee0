import type { RunState } from "../store";

/** Whether Run and Step lead nowhere: learning has diverged, and with the same settings the run ends here. */
export function hasDiverged({
  run: { status, outcome },
}: {
  run: Pick<RunState, "status" | "outcome">;
}): boolean {
  return status === "finished" && outcome?.reason === "diverges";
}
