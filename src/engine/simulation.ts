import {
  zeroClock,
  type Clock,
  type Outcome,
  type Run,
  type RunContext,
  type StartRun,
  type Streams,
} from "../core/algo";
import type { Env, EnvSpec } from "../core/env";
import { Rng } from "../core/rng";
import { isBefore, type Change, type Position, type Scenario } from "../core/scenario";
import { envSpec } from "../envs";
import { algoSpec } from "../algos";
import { Checkpoints, type Checkpoint } from "./checkpoints";
import { LiveChanges } from "./live-changes";
import { loadAlgorithm } from "./loaders";
import { Metrics } from "./metrics";

type Params = Record<string, unknown>;

/** How much of its past a simulation keeps. */
export interface Keeps {
  /** Points of each metric; neighbours merge when there are more. */
  metricPoints: number;
  /** Whether to keep checkpoints, which make going back cheap. Without them it replays from the start. */
  history: boolean;
}

/** A count of the clock to be reached. */
export interface Goal {
  key: keyof Clock;
  count: number;
}

/** The phase of what happens after a run has ended by itself: later than all its lines (fewer than 1e5 in a tick). */
const AFTER_THE_END = 500_000;
const ANYWHERE: Position = { tick: Infinity, phase: 0 };

/** The goal that is never reached. */
export const NEVER: Goal = { key: "ticks", count: Infinity };

/**
 * A scenario being run: where it stands, how to move on by a phase or by ticks, and how to go back.
 * Deterministic: it knows nothing of time, and its state depends on the scenario and the position only.
 */
export class Simulation {
  readonly clock: Clock = zeroClock();
  readonly metrics: Metrics;
  /** The phase just done; null before the first. */
  phase: string | null = null;
  /** How the run ended by itself; null while it can go on. */
  outcome: Outcome | null = null;
  /** The furthest tick it has been at. */
  horizon = 0;

  private readonly live: LiveChanges;
  private phasesSinceTick = 0;
  private readonly pace = { fine: false, until: 0 };
  private readonly streams: Streams;
  private readonly checkpoints = new Checkpoints();
  /** Once a checkpoint is due: the boundaries passed so far; the next one gets it. */
  private armedAt = -1;
  private env: Env;
  private envParams: Params;
  private readonly algoParams: Params;
  private run: Run;

  /** Loads the algorithm. Rejects when the scenario names an unknown one. */
  static async create(scenario: Scenario, keeps: Keeps): Promise<Simulation> {
    const spec = envSpec(scenario.env.id);
    if (!spec) throw new Error(`There is no environment called “${scenario.env.id}”.`);
    return new Simulation(scenario, spec, await loadAlgorithm(scenario.algo.id), keeps);
  }

  private constructor(
    scenario: Scenario,
    private readonly spec: EnvSpec<Params>,
    private readonly startRun: StartRun<Params>,
    private readonly keeps: Keeps,
  ) {
    const root = Rng.fromSeed(scenario.seed);
    this.streams = {
      world: root.split("world"),
      explore: root.split("explore"),
      replay: root.split("replay"),
    };
    this.live = new LiveChanges(scenario);
    this.envParams = scenario.env.params;
    this.algoParams = { ...scenario.algo.params };
    this.env = spec.create(this.envParams);
    this.metrics = new Metrics(algoSpec(scenario.algo.id)?.metrics ?? [], keeps.metricPoints, this);
    this.run = this.begin(undefined);
    this.save();
  }

  /** Live changes, in order; the first `era` of them are in force. */
  get changes(): Change[] {
    return this.live.list;
  }

  get era(): number {
    return this.live.era;
  }

  get position(): Position {
    return { tick: this.clock.ticks, phase: this.phasesSinceTick };
  }

  get view() {
    return this.run.view();
  }

  get explanation() {
    return this.run.explain();
  }

  /** The model and discount in force, for comparing a learner's table with the exact solution. */
  get problem() {
    return { model: this.env.model, gamma: this.algoParams.gamma as number };
  }

  /** Goes on to the next phase, however fine; false when the run is over. */
  nextPhase(): boolean {
    this.applyDueChanges();
    if (this.outcome) return false;
    const { ticks } = this.clock;
    this.pace.fine = true;
    this.pace.until = 0;
    const moved = this.resume();
    if (moved && this.clock.ticks === ticks) this.phasesSinceTick++;
    else if (moved) this.endTick();
    return moved;
  }

  /** Goes on by whole ticks, at most `most` of them, until either goal is reached; false when the run is over. */
  runTicks(most: number, goal: Goal, stop: Goal = NEVER): boolean {
    const { clock, pace } = this;
    const end = clock.ticks + most;
    while (clock.ticks < end && clock[goal.key] < goal.count && clock[stop.key] < stop.count) {
      if (this.live.next && this.meetChangesOfThisTick()) continue;
      if (this.outcome) return false;
      pace.fine = false;
      pace.until = Math.min(end, this.live.next?.at.tick ?? Infinity, this.soonest(goal), this.soonest(stop));
      if (!this.resume()) return false;
      this.endTick();
    }
    return true;
  }

  /** The first tick at which a goal may be reached: no count grows by more than one a tick. */
  private soonest({ key, count }: Goal): number {
    return this.clock.ticks + count - this.clock[key];
  }

  /**
   * A change made between two lines of a tick must come there again: goes to it line by line. True if the tick
   * ended on the way, as it does in a scenario that names a line the algorithm does not have.
   */
  private meetChangesOfThisTick(): boolean {
    const { ticks } = this.clock;
    this.applyDueChanges();
    while (this.live.next?.at.tick === ticks && this.clock.ticks === ticks && this.nextPhase()) {
      this.applyDueChanges();
    }
    this.applyDueChanges();
    return this.clock.ticks > ticks;
  }

  /**
   * New parameters from here on; without any, only what lay beyond this position is forgotten, as it is in any case.
   * Where the last change was made at this very position, the two become one if `merge`: then the run has to be
   * replayed to the position returned, to be as if that one had been made at once.
   */
  change(change: Omit<Change, "at">, merge: boolean): Position | null {
    this.applyDueChanges();
    const at = this.place;
    const isMerged = this.live.note(at, change, merge);
    this.checkpoints.dropAfter(at);
    this.checkpointDue = this.keeps.history ? this.checkpoints.due : Infinity;
    this.armedAt = -1;
    this.horizon = at.tick;
    if (isMerged) return at;
    this.applyDueChanges();
    return null;
  }

  /** Where a change made now belongs: the position, or, when the run has ended by itself, after all its lines. */
  private get place(): Position {
    return this.outcome ? { tick: this.clock.ticks, phase: AFTER_THE_END } : this.position;
  }

  /**
   * Goes to the last checkpoint before `to`, unless the run stands between the two. Before, not at: a checkpoint
   * does not keep the phase and the explanation of the step that led to it.
   */
  approach(to: Position): void {
    const isBeforeIt = ({ position }: Pick<Checkpoint, "position">) => isBefore(position, to);
    const isNearer = isBefore(this.position, this.checkpoints.last(isBeforeIt).position);
    if (isNearer || isBefore(to, this.position)) this.rewind(isBeforeIt);
  }

  /** Goes to the last checkpoint for which `holds` is true. */
  rewind(holds: (checkpoint: Pick<Checkpoint, "position" | "clock">) => boolean): void {
    const checkpoint = this.checkpoints.last(holds);
    const { env, algo } = this.live.settings(checkpoint.era);
    if (env !== this.envParams) {
      this.envParams = env;
      this.env = this.spec.create(env);
    }
    Object.assign(this.algoParams, algo);
    this.live.era = checkpoint.era;
    Object.assign(this.clock, checkpoint.clock);
    this.phasesSinceTick = checkpoint.position.phase;
    this.phase = null;
    for (const name of Object.keys(checkpoint.streams) as (keyof Streams)[]) {
      this.streams[name].restore(checkpoint.streams[name]);
    }
    this.metrics.restore(checkpoint.metrics);
    this.armedAt = -1;
    this.run = this.begin(structuredClone(checkpoint.memory));
  }

  /** Puts the changes of this position in force, if the run has just come back to it; none beyond `limit`. */
  applyDueChanges(limit: Position = ANYWHERE): void {
    while (this.hasDueChange(limit)) {
      const change = this.live.list[this.live.era++];
      this.applyChange(change);
      if (isBefore(this.position, change.at)) this.phasesSinceTick = change.at.phase;
    }
  }

  /** Whether a change not beyond `limit` waits here, or, when the run has ended, at its end. */
  hasDueChange(limit: Position): boolean {
    const { next } = this.live;
    return next !== undefined && !isBefore(this.place, next.at) && !isBefore(limit, next.at);
  }

  private applyChange({ env, algo }: Omit<Change, "at">): void {
    if (algo) Object.assign(this.algoParams, algo);
    this.run.disturb?.();
    if (env) {
      this.envParams = env;
      this.env = this.spec.create(env);
    }
    if (env || this.outcome) this.run = this.begin(this.run.memory);
  }

  private begin(memory: unknown): Run {
    this.outcome = null;
    const context: RunContext<Params> = {
      env: this.env,
      params: this.algoParams,
      streams: this.streams,
      clock: this.clock,
      pace: this.pace,
      log: (metric, value) => this.metrics.log(metric, value),
    };
    return this.startRun(context, memory);
  }

  private resume(): boolean {
    const result = this.run.steps.next();
    if (result.done) {
      this.outcome = result.value ?? { reason: "converged", says: "Done." };
      return false;
    }
    this.phase = result.value;
    return true;
  }

  private endTick(): void {
    const { ticks } = this.clock;
    this.phasesSinceTick = 0;
    if (ticks > this.horizon) this.horizon = ticks;
    if (ticks >= this.checkpointDue) this.saveAtBoundary();
  }

  private checkpointDue = 0;

  private saveAtBoundary(): void {
    const boundaries = this.clock.sweeps + this.clock.stages + this.clock.episodes;
    if (this.armedAt < 0 || boundaries === this.armedAt) {
      this.armedAt = boundaries;
      return;
    }
    this.save();
  }

  private save(): void {
    const { world, explore, replay } = this.streams;
    this.checkpoints.add({
      position: this.position,
      clock: { ...this.clock },
      memory: structuredClone(this.run.memory),
      streams: { world: world.state(), explore: explore.state(), replay: replay.state() },
      metrics: this.metrics.save(),
      era: this.era,
    });
    this.armedAt = -1;
    this.checkpointDue = this.keeps.history ? this.checkpoints.due : Infinity;
  }
}
