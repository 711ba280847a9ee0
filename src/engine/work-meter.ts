/** What the backend of the networks has done so far. */
export interface Counts {
  readonly dispatches: number;
  readonly readBacks: number;
}

/** How much work one gradient step costs: the difference of counts over the steps in between. */
export class WorkMeter {
  /** Reads the backend's counts; there is none before a network's run has been loaded. */
  counts: () => Counts = () => ({ dispatches: 0, readBacks: 0 });
  private last = { updates: 0, dispatches: 0, readBacks: 0 };

  /** What has been done up to here, by a measurement or another run, was not for the steps to come. */
  restart(updates: number): void {
    const { dispatches, readBacks } = this.counts();
    this.last = { updates, dispatches, readBacks };
  }

  /** Per gradient step since the last reading that had some; null where there were none. */
  read(updates: number): Counts | null {
    const { dispatches, readBacks } = this.counts();
    const made = updates - this.last.updates;
    if (made === 0) return null;
    const per = {
      dispatches: (dispatches - this.last.dispatches) / made,
      readBacks: (readBacks - this.last.readBacks) / made,
    };
    this.last = { updates, dispatches, readBacks };
    return made > 0 ? per : null;
  }
}
