import type { Clock, MetricDef, TabularView } from "../core/algo";
import type { FiniteMdp } from "../core/finite-mdp";
import { compareWithOptimal, optimalityMetrics } from "../core/optimality";
import { solved, solveOptimal } from "../core/solve";
import type { SeriesUpdate } from "../core/metric-series";
import { Series, type SavedSeries } from "./series";

/** The metrics at a checkpoint. */
export interface SavedMetrics {
  series: Map<string, SavedSeries>;
  held: ReadonlyMap<string, number>;
}

/** What is logged while there is no exact solution: gaps, so that points stay at their episodes. */
const UNKNOWN = Object.fromEntries(optimalityMetrics.map(({ id }) => [id, NaN]));

/** What the comparison with the exact solution needs to know of the run. */
interface Learner {
  readonly clock: Clock;
  readonly table: TabularView | null;
  readonly problem: { model: FiniteMdp | undefined; gamma: number };
}

/**
 * The metrics of a run: those the algorithm logs and, once an episode, how far a learner's table is from Q*.
 * The comparison is made as often as the series can show it: once a stored point.
 */
export class Metrics {
  private readonly series = new Map<string, Series>();
  private readonly compares: boolean;
  private comparedAt = 0;
  private optimum: { model: FiniteMdp; gamma: number; Q: Float64Array | null } | null = null;
  /** The last comparison, which stands until the next one is made. */
  private held: ReadonlyMap<string, number> = new Map();

  constructor(
    defs: readonly MetricDef[],
    capacity: number,
    private readonly learner: Learner,
    hasTable: boolean,
  ) {
    for (const { id } of defs) this.series.set(id, new Series(capacity));
    this.compares = hasTable && defs.some(({ per }) => per === "episode");
    if (this.compares) for (const { id } of optimalityMetrics) this.series.set(id, new Series(capacity));
  }

  log(metric: string, value: number): void {
    this.series.get(metric)?.push(value);
    if (this.compares && this.learner.clock.episodes !== this.comparedAt) this.compare();
  }

  /** The new points of every metric that has some. */
  takeUpdates(): Record<string, SeriesUpdate> {
    const updates: Record<string, SeriesUpdate> = {};
    for (const [id, series] of this.series) {
      const update = series.takeUpdate();
      if (update) updates[id] = update;
    }
    return updates;
  }

  save(): SavedMetrics {
    return { series: new Map([...this.series].map(([id, series]) => [id, series.save()])), held: this.held };
  }

  restore(saved: SavedMetrics): void {
    for (const [id, series] of this.series) {
      const kept = saved.series.get(id);
      if (kept) series.restore(kept);
    }
    this.held = saved.held;
    this.comparedAt = this.learner.clock.episodes;
  }

  private compare(): void {
    const { clock, problem } = this.learner;
    this.comparedAt = clock.episodes;
    if (!problem.model) return;
    const [first] = optimalityMetrics;
    const stride = this.series.get(first.id)?.currentStride ?? 1;
    if (clock.episodes % stride === 0 || this.held.size === 0) {
      const Qstar = this.optimalQ(problem.model, problem.gamma);
      const { table } = this.learner; // builds the whole view: not for every episode
      const compared = Qstar && table && compareWithOptimal(problem.model, table.Q, Qstar);
      this.held = new Map(Object.entries(compared ?? UNKNOWN));
    }
    for (const [id, value] of this.held) this.series.get(id)?.push(value);
  }

  private optimalQ(model: FiniteMdp, gamma: number): Float64Array | null {
    if (this.optimum?.model !== model || this.optimum.gamma !== gamma) {
      const solution = solved(solveOptimal(model, gamma));
      this.optimum = { model, gamma, Q: "Q" in solution ? solution.Q : null };
    }
    return this.optimum.Q;
  }
}
