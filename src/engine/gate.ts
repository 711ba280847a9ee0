/** What keeps a run from going on: a promise it waits for. A failure is thrown at whoever wants to go on after it. */
export class Gate {
  /** Settles when the run can go on; null when it can now. */
  waiting: Promise<unknown> | null = null;
  private failure: { error: unknown } | null = null;

  hold(promise: Promise<unknown>): void {
    const waiting = promise.then(
      () => undefined,
      (error: unknown) => (this.failure = { error }),
    );
    this.waiting = waiting;
    void waiting.then(() => {
      if (this.waiting === waiting) this.waiting = null;
    });
  }

  /** Throws what the last promise failed with. */
  check(): void {
    if (this.failure) throw this.failure.error;
  }
}
