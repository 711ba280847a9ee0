import type { Clock, TabularView } from "../core/algo";
import type { NetworkView } from "../core/network-run";

/** What a run has come to. */
export interface RunFacts {
  readonly clock: Clock;
  /** Of an algorithm with a table. */
  readonly view: TabularView | null;
  /** Of one with networks. */
  readonly network: NetworkView | null;
}
