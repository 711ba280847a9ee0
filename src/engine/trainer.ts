import type { Granularity } from "../core/algo";
import { MissingDigits } from "../core/digits";
import type { Look } from "../core/network-run";
import { isBefore, START, type Scenario, type Stop } from "../core/scenario";
import type { Wait } from "../core/wait";
import { algoSpec } from "../algos";
import type { Keeps } from "./checkpoints";
import { compareRandomWithOptimal } from "./comparison";
import { fingerprint } from "./fingerprint";
import type { Host } from "./host";
import type { BackendName, Command, Frame, Say, Status } from "./protocol";
import { chain, measure, nothing, play, seekWithProgress, type Job } from "./jobs";
import { fetchResources } from "./resources";
import { Simulation } from "./simulation";
import { RateMeter } from "./rate-meter";
import { stopGoals, stopSays } from "./goals";
import { tickUnit } from "../core/tick-unit";
import { isMove, needsAllDigits, PASSING, type Move } from "./trainer-commands";
import { comeToRest, reached, replay, stepBack, stepForward } from "./travel";
import { WorkMeter } from "./work-meter";

/** How long the worker computes before it listens again. */
const SLICE = 10; // ms
/** Points kept of each metric, unless the host says otherwise. */
const METRIC_POINTS = 1024;
/** Between two computations of the pictures that a student looks at, while a run goes on. */
const LOOK_EVERY = 250; // ms
/** Between two checkpoints of a network's run while it goes on. */
const CHECKPOINT_EVERY = 1000; // ms

/** Runs one scenario at a time as the page commands, in slices, and posts a frame whenever the last one was acknowledged. */
export class Trainer {
  private run = 0;
  private sim: Simulation | null = null;
  private scenario: Scenario | null = null;
  private status: Status = "preparing";
  private stopped: Frame["outcome"] = null;
  /** Why the run must stay where it is: digits that it is made of are missing. */
  private lacks: string | null = null;
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
  private look: Look = {};
  private lookedAt = -Infinity;
  private sentUpdate: unknown = undefined;
  private checkpointAt = 0;
  private sentCheckpoint: unknown = null;
  private readonly meter: RateMeter;
  private readonly work = new WorkMeter();

  constructor(
    private readonly host: Host,
    private readonly keeps: Keeps = { metricPoints: METRIC_POINTS, history: true },
  ) {
    this.meter = new RateMeter(host.now);
  }

  /** Frees what the run holds; the trainer can load another one. */
  dispose(): void {
    this.job++;
    this.sim?.dispose();
    this.sim = null;
  }

  /** Takes a command; never throws. Resolves once it has been begun, which for a `load` takes a moment. */
  async handle(command: Command): Promise<void> {
    if (command.run < this.run) return;
    if (command.type === "load") return (this.ready = this.load(command));
    if (command.type === "ping") return this.post({ type: "pong" });
    if (command.type === "ack") return this.acknowledge();
    if (!this.sim) await this.ready; // what comes while a run is being prepared waits for it
    const { sim } = this;
    if (!sim || command.run < this.run) return;
    this.guard(() => this.obey(sim, command));
  }

  private obey(sim: Simulation, command: Exclude<Command, { type: "load" | "ping" | "ack" }>): void {
    if (!PASSING.has(command.type)) this.next = null;
    if (this.lacks !== null && needsAllDigits(command)) return this.refuse();
    if (this.status === "seeking" && isMove(command)) {
      this.next = command; // it starts from where the run is on its way to
      return;
    }
    switch (command.type) {
      case "look":
        this.look = command.look;
        this.lookedAt = -Infinity;
        return this.offerFrame();
      case "variance":
        return this.measure(
          () => sim.network?.variance?.(),
          (report) => this.post({ type: "variance", report }),
        );
      case "evaluate":
        return this.measure(
          () => sim.network?.evaluate?.(command.count, command.gaze),
          (evaluation) => this.post({ type: "evaluation", evaluation }),
        );
      case "probe": {
        const picture = sim.network?.probe?.(command.probe);
        if (picture) this.post({ type: "probed", id: command.probe.id, picture });
        return;
      }
      case "play":
        this.stopped = null;
        return this.start("running", this.play(sim, command));
      case "pause":
        return this.start("paused", nothing());
      case "step":
        this.stopped = null;
        return this.start("stepping", stepForward(sim, this.until(command.granularity)));
      case "step-back":
        this.stopped = null;
        return this.start("seeking", stepBack(sim, this.until(command.granularity)));
      case "seek":
        this.stopped = null;
        return this.start("seeking", seekWithProgress(sim, command.to, this.showProgress));
      case "change":
        return this.change(command);
      case "stop":
        this.stop = command.stop;
        return;
      case "compare":
        return this.compare(sim);
    }
  }

  private async load({ run, scenario, at, edit, from, backend }: Command & { type: "load" }): Promise<void> {
    this.run = run;
    this.dispose();
    this.scenario = scenario;
    this.stop = scenario.stop ?? null;
    this.edit = edit;
    this.waitingChanges = [];
    this.next = null;
    this.status = "preparing";
    this.stopped = null;
    this.awaitingAck = false;
    try {
      if (algoSpec(scenario.algo.id)?.network) await this.openBackend(run, backend);
      if (run !== this.run) return;
      const resources = await fetchResources(this.host, scenario, (share) =>
        run === this.run ? this.post({ type: "fetching", share }) : undefined,
      );
      if (run !== this.run) return;
      const sim = await Simulation.create(scenario, this.keeps, resources, from);
      if (run !== this.run) return sim.dispose();
      this.sim = sim;
      this.sentChanges = null;
      this.sentUpdate = undefined;
      this.lookedAt = -Infinity;
      this.sentCheckpoint = from ?? sim.lastCheckpoint;
      this.meter.restart(sim.clock.ticks);
      this.lacks = resources.digits?.missing ?? null;
      const isThere = from !== undefined || !isBefore(START, at) || this.lacks !== null;
      this.start("seeking", isThere ? nothing() : seekWithProgress(sim, at, this.showProgress));
    } catch (error) {
      if (run === this.run) this.fail(error);
    }
  }

  private async openBackend(run: number, forced: BackendName | undefined): Promise<void> {
    const { report, counts } = await this.host.openBackend(forced);
    this.work.counts = counts;
    if (run === this.run) this.host.post({ run, type: "backend", report });
  }

  /**
   * Makes a change where the run can note it: not on the way to a position, nor in the midst of a tick. A measurement
   * is broken off for it: it would be about a run that there is no more.
   */
  private change(command: Command & { type: "change" }): void {
    this.waitingChanges.push(command);
    if (this.status === "measuring") this.start("paused", nothing());
    else if (this.isPaused) this.start(this.status, nothing());
  }

  /** Makes the changes that wait, as far as it can. False where the run has to be replayed first. */
  private makeWaitingChanges(sim: Simulation): boolean {
    for (let command; !sim.owes && !sim.waiting && (command = this.waitingChanges.shift());) {
      const { edit, run: _run, type: _type, ...change } = command;
      const back = sim.change(change, this.isPaused);
      this.edit = edit;
      this.stopped = null;
      if (back) {
        this.start("seeking", replay(sim, back));
        return false;
      }
    }
    return true;
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
    this.work.restart(this.sim?.clock.updates ?? 0);
    const mine = ++this.job;
    this.drive(job, mine).catch((error: unknown) => mine === this.job && this.fail(error));
  }

  private async drive(job: Job, mine: number): Promise<void> {
    const { sim } = this;
    if (!sim) return;
    const work = chain(comeToRest(sim), job, comeToRest(sim));
    try {
      while (mine === this.job) {
        const deadline = this.host.now() + SLICE;
        let nap = 0;
        do {
          const portion = work.next();
          if (portion.done) return this.settle(sim);
          if (typeof portion.value === "object") await portion.value;
          else nap = portion.value ?? 0;
          if (mine !== this.job) return;
          if (this.status === "running" || this.status === "stepping") this.makeWaitingChanges(sim);
        } while (nap === 0 && this.host.now() < deadline);
        this.meter.read(sim.clock.ticks);
        this.offerCheckpoint(sim);
        this.offerFrame();
        await this.host.yieldToLoop(nap);
      }
    } finally {
      work.return(); // abandoned: let it free what it holds
    }
  }

  private settle(sim: Simulation): void {
    if (!sim.outcome) sim.applyDueChanges();
    this.status = "paused";
    if (!this.makeWaitingChanges(sim)) return;
    this.status = sim.outcome ? "finished" : "paused";
    this.progress = 1;
    this.lookedAt = -Infinity;
    this.offerFrame();
    this.offerCheckpoint(sim);
    const { next } = this;
    this.next = null;
    if (next) this.obey(sim, next);
  }

  private get isPaused(): boolean {
    return this.status === "paused" || this.status === "finished";
  }

  /** Posts the newest checkpoint of a network's run, if it has not been, and asks for the next when it is time. */
  private offerCheckpoint(sim: Simulation): void {
    const { lastCheckpoint } = sim;
    // Without its digits it has no first images, and a checkpoint of that would be gone on from without them.
    if (!sim.network || this.lacks !== null) return;
    if (lastCheckpoint && lastCheckpoint !== this.sentCheckpoint) {
      this.sentCheckpoint = lastCheckpoint;
      this.post({ type: "checkpoint", checkpoint: lastCheckpoint });
    }
    const isAtRest = this.isPaused && !sim.owes;
    if (!isAtRest && this.host.now() < this.checkpointAt + CHECKPOINT_EVERY) return;
    this.checkpointAt = this.host.now();
    this.guard(() => sim.wantCheckpoint());
    const { waiting } = sim;
    if (isAtRest && waiting) void waiting.then(() => this.sim === sim && this.offerCheckpoint(sim));
  }

  private measure<Report>(
    begin: () => Iterator<Wait | number, Report> | undefined,
    post: (report: Report) => void,
  ): void {
    this.start("measuring", measure(begin, this.showProgress, post));
  }

  private post(message: Say): void {
    this.host.post({ ...message, run: this.run });
  }

  private *play(
    sim: Simulation,
    { granularity, rate }: Command & { type: "play" },
  ): Generator<number | Promise<unknown> | void, void> {
    const stops = stopGoals(this.stop, sim.clock);
    yield* play(sim, this.until(granularity), rate, stops, this.host.now);
    const stop = stops.find((goal) => reached(sim, goal));
    if (!stop) return;
    const { id = "", params = {} } = this.scenario?.algo ?? {};
    this.stopped = { reason: "stop", says: stopSays(stop, tickUnit(algoSpec(id), params)) };
  }

  private readonly showProgress = (share: number): void => {
    this.progress = share;
  };

  private until(granularity: string): Granularity["until"] {
    const known = algoSpec(this.scenario?.algo.id ?? "")?.granularities;
    const found = known?.find(({ id }) => id === granularity);
    if (!found) throw new Error(`there is no step called “${granularity}” here.`);
    return found.until;
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
    this.guard(() => this.post({ type: "frame", frame: this.frame(sim) }));
  }

  private frame(sim: Simulation): Frame {
    const { network, table } = sim;
    const changes = sim.changes === this.sentChanges ? null : sim.changes;
    this.sentChanges = sim.changes;
    return {
      status: this.status,
      outcome:
        sim.outcome ?? this.stopped ?? (this.lacks === null ? null : { reason: "stop", says: this.lacks }),
      clock: { ...sim.clock },
      position: sim.position,
      horizon: sim.horizon,
      phase: sim.phase,
      view: table,
      explanation: sim.explanation,
      network: network?.view() ?? null,
      ...this.details(network),
      work: network ? this.work.read(sim.clock.updates) : null,
      metrics: sim.metrics.takeUpdates(),
      ticksPerSecond: this.meter.ticksPerSecond,
      progress: this.progress,
      fingerprint:
        !this.isPaused || sim.owes ? null : fingerprint(table ? [table.Q] : (network?.weights() ?? [])),
      changes,
      era: sim.era,
      edit: this.edit,
    };
  }

  /** What is costly to show, where it is time for it: the last update in numbers, and the pictures looked at. */
  private details(network: Simulation["network"]): Pick<Frame, "update" | "sight"> {
    const now = this.host.now();
    if (!network || now < this.lookedAt + LOOK_EVERY) return { update: undefined, sight: null };
    this.lookedAt = now;
    const update = network.explain();
    const isNew = update !== this.sentUpdate;
    this.sentUpdate = update;
    const looks = Object.keys(this.look).length > 0;
    return { update: isNew ? update : undefined, sight: looks ? network.look(this.look) : null };
  }

  private guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fail(error);
    }
  }

  /** What was asked for cannot be without the digits that are missing. */
  private refuse(): void {
    this.stopped = { reason: "stop", says: `That has to wait. ${this.lacks}` };
    this.start("paused", nothing());
  }

  private fail(error: unknown): void {
    if (this.lacks !== null && error instanceof MissingDigits) return this.refuse();
    this.job++;
    const why = error instanceof Error ? error.message : String(error);
    this.post({ type: "problem", says: `The simulation cannot go on: ${why}` });
  }
}
