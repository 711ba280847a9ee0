import type { RunState } from "../store";

/** What became of a measurement: `before` is the result that there was when it began, `now` the one there is. */
export function endOf(
  before: unknown,
  status: RunState["status"],
  now: unknown,
): "measuring" | "done" | "broken off" {
  if (status === "measuring") return "measuring";
  return now !== null && now !== before ? "done" : "broken off";
}
