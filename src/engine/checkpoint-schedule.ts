import type { Clock } from "../core/algo";
import type { Checkpoints } from "./checkpoints";

/** When a run with tables gets its next checkpoint: at the second end of a sweep or an episode after it is due. */
export class CheckpointSchedule {
  private dueAt = Infinity;
  /** Once one is due: the sweeps and episodes ended so far. */
  private armedAt = -1;

  constructor(
    private readonly checkpoints: Checkpoints,
    private readonly isWanted: boolean,
  ) {}

  /** Checkpoints have come or gone. */
  renew(): void {
    this.armedAt = -1;
    this.dueAt = this.isWanted ? this.checkpoints.due : Infinity;
  }

  /** The run goes on from an earlier place. */
  disarm(): void {
    this.armedAt = -1;
  }

  /** Asked at the end of every tick. */
  isDue({ ticks, sweeps, stages, episodes }: Clock): boolean {
    if (ticks < this.dueAt) return false;
    const boundaries = sweeps + stages + episodes;
    if (this.armedAt >= 0 && boundaries !== this.armedAt) return true;
    this.armedAt = boundaries;
    return false;
  }
}
