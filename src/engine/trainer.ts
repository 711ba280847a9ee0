import type { Clock, Granularity } from "../core/algo";
import { isBefore, START, type Scenario, type Stop } from "../core/scenario";
import { algoSpec } from "../algos";
import { compareRandomWithOptimal } from "./comparison";
import { fingerprint } from "./fingerprint";
import type { Command, Frame, Message, Status } from "./protocol";
import { NEVER, Simulation, type Goal, type Keeps } from "./simulation";
import { RateMeter } from "./rate-meter";
import { reached, replay, seek, stepBack, stepForward, TICKS_AT_ONCE } from "./travel";

/** What the trainer needs of the place it runs in: the worker, Node or a test. */
export interface Host {
  post(message: Message): void;
  /** Milliseconds, never decreasing. */
  now(): number;
  /** Lets messages be handled; resolves after at least `ms`. */
  yieldToLoop(ms: number): Promise<void>;
}

/** How long the worker computes before it listens again. */
const SLICE = 10; // ms
/** Points kept of each metric, unless the host says otherwise. */
const METRIC_POINTS = 1024;
/** The longest nap between two slow steps: a pause is heard within it. */
const LONGEST_NAP = 50; // ms

type Move = Command & { type: "play" | "step" | "step-back" };

/** A piece of work in portions; each yields how long to wait before the next, in ms. */
type Job = Iterator<number | void>;

/** Runs one scenario at a time as the page commands, in slices, and posts a frame whenever the last one was acknowledged. */
export class Trainer {
  private run = 0;
  private sim: Simulation | null = null;
  private scenario: Scenario | null = null;
  private status: Status = "preparing";
  private stopped: Frame["outcome"] = null;
  /** Identifies the job in progress; an older job finds it changed and ends. */
  private job = 0;
  private awaitingAck = false;
  private frameDue = false;
  private sentChanges: unknown = null;
  private edit = 0;
  /** Changes that came while the run was on its way to a position. */
  private waitingChanges: (Command & { type: "change" })[] = [];
  /** What to do once the run has come to the position it is on its way to. */
  private next: Move | null = null;
  private stop: Stop | null = null;
  private ready: Promise<void> = Promise.resolve();
  private progress = 1;
  private readonly meter: RateMeter;

  constructor(
    private readonly host: Host,
    private readonly keeps: Keeps = { metricPoints: METRIC_POINTS, history: true },
  ) {
    this.meter = new RateMeter(host.now);
  }

  /** Takes a command; never throws. Resolves once it has been begun, which for a `load` takes a moment. */
  async handle(command: Command): Promise<void> {
    if (command.run < this.run) return;
    if (command.type === "load") return (this.ready = this.load(command));
    if (command.type === "ping") return this.host.post({ run: this.run, type: "pong" });
    if (command.type === "ack") return this.acknowledge();
    if (!this.sim) await this.ready; // what comes while a run is being prepared waits for it
    const { sim } = this;
    if (!sim || command.run < this.run) return;
    this.obey(sim, command);
  }

  private obey(sim: Simulation, command: Exclude<Command, { type: "load" | "ping" | "ack" }>): void {
    if (command.type !== "change" && command.type !== "stop") this.next = null;
    if (this.status === "seeking" && isMove(command)) {
      this.next = command; // it starts from where the run is on its way to
      return;
    }
    switch (command.type) {
      case "play":
        this.stopped = null;
        return this.start("running", this.play(sim, this.until(command.granularity), command.rate));
      case "pause":
        return this.start("paused", nothing());
      case "step":
        this.stopped = null;
        return this.start(this.status, stepForward(sim, this.until(command.granularity)));
      case "step-back":
        this.stopped = null;
        return this.start("seeking", stepBack(sim, this.until(command.granularity)));
      case "seek":
        this.stopped = null;
        return this.start("seeking", this.seekWithProgress(sim, command.to));
      case "change":
        return this.change(sim, command);
      case "stop":
        this.stop = command.stop;
        return;
      case "compare":
        return this.compare(sim);
    }
  }

  private async load({ run, scenario, at, edit }: Command & { type: "load" }): Promise<void> {
    this.run = run;
    this.sim = null;
    this.scenario = scenario;
    this.stop = scenario.stop ?? null;
    this.edit = edit;
    this.waitingChanges = [];
    this.next = null;
    this.status = "preparing";
    this.stopped = null;
    this.awaitingAck = false;
    this.job++;
    try {
      const sim = await Simulation.create(scenario, this.keeps);
      if (run !== this.run) return;
      this.sim = sim;
      this.sentChanges = null;
      this.meter.restart(0);
      this.start("seeking", isBefore(START, at) ? this.seekWithProgress(sim, at) : nothing());
    } catch (error) {
      this.fail(error);
    }
  }

  private change(sim: Simulation, command: Command & { type: "change" }): void {
    if (this.status === "seeking") {
      this.waitingChanges.push(command); // it was made for the position on the way to which the run is
      return;
    }
    const { edit, env, algo } = command;
    this.guard(() => {
      const isRunning = this.status === "running";
      const back = sim.change({ ...(env && { env }), ...(algo && { algo }) }, !isRunning);
      this.edit = edit;
      this.stopped = null;
      if (back) this.start("seeking", replay(sim, back));
      else if (!isRunning) this.start("paused", nothing());
    });
  }

  private compare(sim: Simulation): void {
    const { run } = this;
    const work = compareRandomWithOptimal(sim.problem.model, sim.problem.gamma);
    const finish = async (): Promise<void> => {
      for (let deadline = this.host.now() + SLICE; run === this.run;) {
        const step = work.next();
        if (step.done) return this.host.post({ run, type: "comparison", comparison: step.value });
        if (this.host.now() < deadline) continue;
        await this.host.yieldToLoop(0);
        deadline = this.host.now() + SLICE;
      }
    };
    finish().catch((error: unknown) => this.fail(error));
  }

  /** Makes `job` the one in progress, ending any other. */
  private start(status: Status, job: Job): void {
    this.status = status;
    this.progress = 1;
    this.meter.restart(this.sim?.clock.ticks ?? 0);
    this.drive(job, ++this.job).catch((error: unknown) => this.fail(error));
  }

  private async drive(job: Job, mine: number): Promise<void> {
    while (mine === this.job) {
      const deadline = this.host.now() + SLICE;
      let nap = 0;
      do {
        const portion = job.next();
        if (portion.done) return this.settle();
        nap = portion.value ?? 0;
      } while (nap === 0 && this.host.now() < deadline);
      this.meter.read(this.sim?.clock.ticks ?? 0);
      this.offerFrame();
      await this.host.yieldToLoop(nap);
    }
  }

  private settle(): void {
    const { sim, next } = this;
    if (!sim) return;
    if (!sim.outcome) sim.applyDueChanges();
    this.status = sim.outcome ? "finished" : "paused";
    this.progress = 1;
    for (const waiting of this.waitingChanges.splice(0)) this.change(sim, waiting);
    this.offerFrame();
    if (next) this.obey(sim, next);
  }

  /** Steps of a granularity at a rate, or as fast as possible, until the run ends or its stop condition is met. */
  private *play(sim: Simulation, until: Granularity["until"], rate: number): Generator<number | void> {
    const stop = stopGoal(this.stop, sim.clock);
    const begun = this.host.now();
    for (let done = 0; !sim.outcome && !reached(sim, stop); done++) {
      if (rate === Infinity && until !== "line") {
        sim.runTicks(TICKS_AT_ONCE, NEVER, stop);
        yield;
        continue;
      }
      const due = begun + (done * 1000) / rate;
      for (let wait; (wait = due - this.host.now()) > 0;) yield Math.min(wait, LONGEST_NAP);
      yield* stepForward(sim, until, stop);
      yield;
    }
    if (reached(sim, stop)) {
      this.stopped = {
        reason: "stop",
        says: `Stopped after ${stop.count} ${this.unitOf(stop.key)}, as set.`,
      };
    }
  }

  private *seekWithProgress(sim: Simulation, to: { tick: number; phase: number }): Generator<void> {
    const work = seek(sim, to);
    const from = Math.min(sim.clock.ticks, to.tick);
    while (!work.next().done) {
      this.progress = to.tick > from ? (sim.clock.ticks - from) / (to.tick - from) : 1;
      yield;
    }
  }

  private until(granularity: string): Granularity["until"] {
    const known = algoSpec(this.scenario?.algo.id ?? "")?.granularities;
    return known?.find(({ id }) => id === granularity)?.until ?? "line";
  }

  /** What a count of the clock counts, in a student's words. */
  private unitOf(key: keyof Clock): string {
    if (key !== "ticks") return key;
    return algoSpec(this.scenario?.algo.id ?? "")?.family === "planning" ? "backups" : "steps";
  }

  private acknowledge(): void {
    this.awaitingAck = false;
    if (this.frameDue) this.offerFrame();
  }

  /** Posts a frame, or remembers that one is due once the last has been drawn. */
  private offerFrame(): void {
    const { sim } = this;
    this.frameDue = true;
    if (!sim || this.awaitingAck) return;
    this.frameDue = false;
    this.awaitingAck = true;
    this.guard(() => this.host.post({ run: this.run, type: "frame", frame: this.frame(sim) }));
  }

  private frame(sim: Simulation): Frame {
    const { view } = sim;
    const changes = sim.changes === this.sentChanges ? null : sim.changes;
    this.sentChanges = sim.changes;
    return {
      status: this.status,
      outcome: sim.outcome ?? this.stopped,
      clock: { ...sim.clock },
      position: sim.position,
      horizon: sim.horizon,
      phase: sim.phase,
      view,
      explanation: sim.explanation,
      metrics: sim.metrics.takeUpdates(),
      ticksPerSecond: this.meter.ticksPerSecond,
      progress: this.progress,
      fingerprint: this.status === "running" || this.status === "seeking" ? null : fingerprint([view.Q]),
      changes,
      era: sim.era,
      edit: this.edit,
    };
  }

  private guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.job++;
    const why = error instanceof Error ? error.message : String(error);
    this.host.post({ run: this.run, type: "problem", says: `The simulation cannot go on: ${why}` });
  }
}

function isMove(command: Command): command is Move {
  return command.type === "play" || command.type === "step" || command.type === "step-back";
}

function* nothing(): Generator<void> {}

/**
 * The stop condition as a goal. A run that has passed it gets as many again: no Run goes on for ever by accident
 * where a stop was set.
 */
function stopGoal(stop: Stop | null, clock: Clock): Goal {
  for (const key of ["ticks", "sweeps", "episodes"] as const) {
    const count = stop?.[key];
    if (count !== undefined) return { key, count: count * (Math.floor(clock[key] / count) + 1) };
  }
  return NEVER;
}
