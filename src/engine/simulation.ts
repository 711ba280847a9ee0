import {
  isNetworkRun,
  zeroClock,
  type Clock,
  type Explanation,
  type Outcome,
  type Run,
  type RunContext,
  type Streams,
  type TabularView,
} from "../core/algo";
import type { Env, EnvSpec } from "../core/env";
import type { NetworkRun } from "../core/network-run";
import { restoreStreams, statesOf, streamsOf } from "../core/streams";
import { isBefore, isSame, type Change, type Position, type Scenario } from "../core/scenario";
import { envSpec } from "../envs";
import { algoSpec } from "../algos";
import { CheckpointSchedule } from "./checkpoint-schedule";
import { Checkpoints, type Checkpoint, type Keeps } from "./checkpoints";
import { Gate } from "./gate";
import { isReached, soonest, type Goal } from "./goals";
import { LiveChanges } from "./live-changes";
import { loadAlgorithm, type AnyStart } from "./loaders";
import { Metrics } from "./metrics";
import type { Resources } from "./resources";
import { Whereabouts } from "./whereabouts";

type Params = Record<string, unknown>;

/** The phase of what happens after a run has ended by itself: later than all its lines (fewer than 1e5 in a tick). */
const AFTER_THE_END = 500_000;
const ANYWHERE: Position = { tick: Infinity, phase: 0 };

/**
 * A scenario being run: where it stands, how to move on by a phase or by ticks, and how to go back.
 * Deterministic: it knows nothing of time, and its state depends on the scenario and the position only.
 */
export class Simulation {
  readonly clock: Clock = zeroClock();
  readonly metrics: Metrics;
  /** What it has to go on to before it stands at a position again: it was made to wait in the midst of it. */
  owes: "phase" | "tick" | null = null;
  /** The phase just done; null before the first. */
  phase: string | null = null;
  /** How the run ended by itself; null while it can go on. */
  outcome: Outcome | null = null;
  /** The checkpoint of a network's run that was taken last, if it still holds. */
  lastCheckpoint: Checkpoint | undefined;

  private readonly live: LiveChanges;
  private readonly whereabouts = new Whereabouts(this.clock);
  private readonly gate = new Gate();
  private checkpointWanted = false;
  private readonly pace = { fine: false, until: 0 };
  private readonly streams: Streams;
  private readonly checkpoints = new Checkpoints();
  private readonly schedule: CheckpointSchedule;
  private env: Env;
  private envParams: Params;
  private readonly algoParams: Params;
  private readonly context: { env: Env } & Omit<RunContext<Params>, "env">;
  private run: Run;
  /** What a network's run that ended by itself can be gone on with. */
  private lastMemory: unknown;

  /**
   * Loads the algorithm; with `from`, goes on at that checkpoint of an earlier run of this scenario. Rejects when the
   * scenario names an unknown one. Where it trains networks, a backend must be open.
   */
  static async create(
    scenario: Scenario,
    keeps: Keeps,
    resources: Resources = {},
    from?: Checkpoint,
  ): Promise<Simulation> {
    const spec = envSpec(scenario.env.id);
    if (!spec) throw new Error(`There is no environment called “${scenario.env.id}”.`);
    const sim = new Simulation(scenario, spec, await loadAlgorithm(scenario.algo.id), keeps, resources);
    await sim.saveFirst();
    if (from) sim.goOnFrom(from);
    return sim;
  }

  private constructor(
    scenario: Scenario,
    private readonly spec: EnvSpec<Params>,
    private readonly startRun: AnyStart,
    private readonly keeps: Keeps,
    private readonly resources: Resources,
  ) {
    this.streams = streamsOf(scenario.seed);
    this.live = new LiveChanges(scenario);
    this.envParams = scenario.env.params;
    this.algoParams = { ...scenario.algo.params };
    this.env = this.world();
    const algo = algoSpec(scenario.algo.id);
    this.metrics = new Metrics(algo?.metrics ?? [], keeps.metricPoints, this, !algo?.network);
    this.context = {
      env: this.env,
      params: this.algoParams,
      streams: this.streams,
      clock: this.clock,
      pace: this.pace,
      ...(resources.shipped && { shipped: resources.shipped }),
      log: (metric, value) => this.metrics.log(metric, value),
    };
    this.run = this.begin(undefined);
    this.schedule = new CheckpointSchedule(this.checkpoints, keeps.history && !isNetworkRun(this.run));
  }

  private async saveFirst(): Promise<void> {
    this.save(isNetworkRun(this.run) ? await this.run.save() : structuredClone(this.run.memory));
  }

  private goOnFrom(checkpoint: Checkpoint): void {
    this.checkpoints.insert(checkpoint);
    this.lastCheckpoint = checkpoint;
    this.whereabouts.horizon = checkpoint.position.tick;
    this.rewind(() => true);
  }

  /** Live changes, in order; the first `era` of them are in force. */
  get changes(): Change[] {
    return this.live.list;
  }

  get era(): number {
    return this.live.era;
  }

  /** What must settle before the run can go on; null when it can. Whoever drives it waits, then calls again. */
  get waiting(): Promise<unknown> | null {
    return this.gate.waiting;
  }

  get position(): Position {
    return this.whereabouts.position;
  }

  /** The furthest tick it has been at. */
  get horizon(): number {
    return this.whereabouts.horizon;
  }

  /** What is shown of an algorithm with a table; null for one with networks. */
  get table(): TabularView | null {
    return isNetworkRun(this.run) ? null : this.run.view();
  }

  get explanation(): Explanation | null {
    return isNetworkRun(this.run) ? null : this.run.explain();
  }

  /** The run of an algorithm that trains networks, for what only those can do. */
  get network(): NetworkRun | null {
    return isNetworkRun(this.run) ? this.run : null;
  }

  /** The model and discount in force, for comparing a learner's table with the exact solution. */
  get problem() {
    return { model: this.env.model, gamma: this.algoParams.gamma as number };
  }

  /** Goes on to the next phase, however fine, or to a wait on the way to it; false when the run is over. */
  nextPhase(): boolean {
    if (this.waiting) return true;
    this.applyDueChanges();
    if (this.outcome) return false;
    this.pace.fine = true;
    this.pace.until = 0;
    if (!this.resume("phase")) return false;
    if (this.waiting) return true;
    if (this.whereabouts.passLine()) this.endTick();
    return true;
  }

  /** Goes on by whole ticks, at most `most` of them, until a goal is reached or there is something to wait for; false when the run is over. */
  runTicks(most: number, goal: Goal, stops: readonly Goal[] = []): boolean {
    const { clock, pace } = this;
    const end = clock.ticks + most;
    const isDone = (it: Goal) => isReached(it, clock);
    while (this.owes || (clock.ticks < end && !isDone(goal) && !stops.some(isDone))) {
      if (this.waiting) return true;
      if (this.live.next && this.meetChangesOfThisTick()) continue;
      if (this.waiting) return true;
      if (this.outcome) return false;
      pace.fine = false;
      pace.until = Math.min(end, this.live.next?.at.tick ?? Infinity, soonest(goal, clock));
      for (const stop of stops) pace.until = Math.min(pace.until, soonest(stop, clock));
      const goesOn = this.resume("tick");
      if (!goesOn && !this.isChangedAtItsEnd) return false;
      if (this.waiting) return true;
      if (goesOn) this.endTick();
    }
    return true;
  }

  /** Whether the run has ended by itself and a live change that is still to come makes it go on. */
  private get isChangedAtItsEnd(): boolean {
    return this.outcome !== null && this.live.next?.at.tick === this.clock.ticks;
  }

  /**
   * A change made between two lines of a tick must come there again: goes to it line by line. True if the tick
   * ended on the way, as it does in a scenario that names a line the algorithm does not have.
   */
  private meetChangesOfThisTick(): boolean {
    const { ticks } = this.clock;
    this.applyDueChanges();
    while (this.live.next?.at.tick === ticks && this.clock.ticks === ticks && this.nextPhase()) {
      if (this.waiting) return false;
      this.applyDueChanges();
    }
    if (this.waiting) return false;
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
    const { era } = this.live;
    const isMerged = this.live.note(at, change, merge);
    this.checkpoints.dropAfter(at);
    this.lastCheckpoint = undefined;
    this.schedule.renew();
    this.whereabouts.horizon = at.tick;
    if (isMerged && this.network && at.phase < AFTER_THE_END) {
      // Networks read their parameters at use: only checkpoints that hold the old change are wrong.
      this.checkpoints.dropFromEra(era);
      this.live.era = this.live.list.length;
      this.applyChange(change);
      return null;
    }
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
      this.env = this.world();
    }
    Object.assign(this.algoParams, algo);
    this.live.era = checkpoint.era;
    Object.assign(this.clock, checkpoint.clock);
    this.whereabouts.goBack(checkpoint.position);
    this.phase = null;
    this.owes = null;
    restoreStreams(this.streams, checkpoint.streams);
    this.metrics.restore(checkpoint.metrics);
    this.schedule.disarm();
    this.beginAnew(structuredClone(checkpoint.memory));
  }

  /** Puts the changes of this position in force, if the run has just come back to it; none beyond `limit`. */
  applyDueChanges(limit: Position = ANYWHERE): void {
    while (this.hasDueChange(limit)) {
      const change = this.live.list[this.live.era++];
      this.applyChange(change);
      if (isBefore(this.position, change.at)) this.whereabouts.skipTo(change.at.phase);
    }
  }

  /** Whether a change not beyond `limit` waits here, or, when the run has ended, at its end. */
  hasDueChange(limit: Position): boolean {
    const { next } = this.live;
    return !this.waiting && next !== undefined && !isBefore(this.place, next.at) && !isBefore(limit, next.at);
  }

  private applyChange({ env, algo, push }: Omit<Change, "at">): void {
    if (algo) Object.assign(this.algoParams, algo);
    this.run.disturb?.();
    if (env) {
      this.envParams = env;
      this.env = this.world();
      this.context.env = this.env;
    }
    if (isNetworkRun(this.run)) {
      if (this.outcome) this.beginAnew(structuredClone(this.lastMemory));
      if (push !== undefined) this.network?.push?.(push);
    } else if (env || this.outcome) {
      this.beginAnew(this.run.memory);
    }
  }

  private world(): Env {
    return this.spec.create(this.envParams, this.resources.digits);
  }

  private beginAnew(memory: unknown): void {
    this.dispose();
    this.run = this.begin(memory);
  }

  private begin(memory: unknown): Run {
    this.outcome = null;
    this.context.env = this.env;
    return this.startRun(this.context, memory);
  }

  /** Frees what the run holds on a device. */
  dispose(): void {
    if (isNetworkRun(this.run)) this.run.dispose();
  }

  /** Resumes the run on its way to a phase or to the end of a tick; false when it has ended by itself. */
  private resume(towards: "phase" | "tick"): boolean {
    this.gate.check();
    const result = this.run.steps.next();
    if (result.done) {
      this.owes = null;
      this.outcome = result.value ?? { reason: "converged", says: "Done." };
      const { run } = this;
      if (isNetworkRun(run)) this.gate.hold(run.save().then((memory) => (this.lastMemory = memory)));
      return false;
    }
    const { value } = result;
    if (typeof value === "string") {
      this.phase = value;
      this.owes = null;
    } else {
      this.owes = value.atRest ? null : towards;
      if (value.isPlace) this.whereabouts.passPlace();
      this.gate.hold(value.until);
    }
    return true;
  }

  private endTick(): void {
    this.whereabouts.endTick();
    if (this.checkpointWanted) this.saveNetwork();
    else if (!isNetworkRun(this.run) && this.schedule.isDue(this.clock))
      this.save(structuredClone(this.run.memory));
  }

  /** Asks for a checkpoint of a network's run: at once where it stands at the end of a tick, else at the next one. */
  wantCheckpoint(): void {
    if (!this.network || !this.keeps.history || this.outcome) return;
    this.gate.check();
    if (isSame(this.lastCheckpoint?.position, this.position)) return;
    this.checkpointWanted = true;
    if (this.owes === null && this.whereabouts.isBetweenTicks && !this.waiting) this.saveNetwork();
  }

  private saveNetwork(): void {
    const { network, position } = this;
    this.checkpointWanted = false;
    if (!network) return;
    const rest = this.present;
    this.gate.hold(
      network.save().then((memory) => {
        this.lastCheckpoint = { position, memory, ...rest };
        this.checkpoints.insert(this.lastCheckpoint);
      }),
    );
  }

  private save(memory: unknown): void {
    this.checkpoints.add({ position: this.position, memory, ...this.present });
    this.schedule.renew();
  }

  /** All of a checkpoint that is known at once. */
  private get present(): Omit<Checkpoint, "position" | "memory"> {
    return {
      clock: { ...this.clock },
      streams: statesOf(this.streams),
      metrics: this.metrics.save(),
      era: this.era,
    };
  }
}
