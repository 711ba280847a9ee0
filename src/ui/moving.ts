import type { Status } from "../engine/protocol";

/** Whether the run goes on: what shows it need not keep up with every frame. */
export function isMoving(status: Status | undefined): boolean {
  return status === "running" || status === "stepping";
}
