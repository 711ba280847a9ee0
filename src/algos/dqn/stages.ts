/** How far an update has come, in the order of the pseudo-code. */
export const STAGES = ["sample", "targets", "loss", "gradient", "update", "sync"] as const;

export type Stage = (typeof STAGES)[number];

/** The number of a stage in an explanation. */
export function stageNumber(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** Whether an update that is at stage number `at` has come to `stage`. */
export function isAt(at: number, stage: Stage): boolean {
  return at >= stageNumber(stage);
}
