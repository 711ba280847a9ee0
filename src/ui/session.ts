import { START, type Position, type Scenario, type View } from "../core/scenario";
import { envSpec } from "../envs";
import { algoSpec } from "../algos";
import { Client } from "../engine/client";
import type { Frame } from "../engine/protocol";
import { Frames } from "./frames";
import { IDLE, UNDO_DEPTH, useLab, type LabState, type Notice, type RunState } from "./store";

/** Everything a control can do. Controls call these; they never talk to the worker or set the store themselves. */

const client = new Client({
  onFrame: (frame) => frames.push(frame),
  onComparison: (comparison) => useLab.setState({ comparison }),
  onProblem: (says) => notify({ kind: "problem", says }),
  onRestart: (says) => notify({ kind: "info", says }),
});

/** The frames of the run on screen. */
export const frames = new Frames(
  () => client.ack(),
  (draw) => (document.hidden ? setTimeout(draw, 100) : requestAnimationFrame(draw)),
);

const STATUS_EVERY = 100; // ms between updates of the controls while running
let lastStatus = 0;

frames.subscribe((frame) => {
  const now = performance.now();
  const goesOn = frame.status === "running" && useLab.getState().run.status === "running";
  // Live changes are told once only, so a frame that carries them is never passed over.
  if (goesOn && frame.changes === null && now - lastStatus < STATUS_EVERY) return;
  lastStatus = now;
  report(frame);
});

/** Edits sent to the worker so far. A frame that does not know the last one yet must not move the controls back. */
let edits = 0;

function report(frame: Frame): void {
  const {
    status,
    outcome,
    clock,
    position,
    horizon,
    phase,
    explanation,
    ticksPerSecond,
    progress,
    fingerprint,
  } = frame;
  useLab.setState(({ scenario, base }) => {
    const current = frame.changes ? withChanges(base, frame.changes) : base;
    return {
      run: {
        status,
        outcome,
        clock,
        position,
        horizon,
        phase,
        explanation,
        ticksPerSecond,
        progress,
        fingerprint,
      },
      base: current,
      scenario: frame.edit === edits ? inForce(scenario, current, frame.era) : scenario,
    };
  });
  if (fingerprint) document.documentElement.dataset.fingerprint = fingerprint;
  else delete document.documentElement.dataset.fingerprint;
}

/** `scenario` with the parameters that the first `era` live changes of `base` leave in force. */
function inForce(scenario: Scenario, base: Scenario, era: number): Scenario {
  const past = (base.changes ?? []).slice(0, era);
  const env = past.findLast((change) => change.env)?.env ?? base.env.params;
  const algo = past.findLast((change) => change.algo)?.algo ?? base.algo.params;
  if (sameParams(env, scenario.env.params) && sameParams(algo, scenario.algo.params)) return scenario;
  return { ...scenario, env: { ...scenario.env, params: env }, algo: { ...scenario.algo, params: algo } };
}

function withChanges(scenario: Scenario, changes: NonNullable<Scenario["changes"]>): Scenario {
  const { changes: _old, ...rest } = scenario;
  return changes.length > 0 ? { ...rest, changes } : rest;
}

let leave = (): void => {};

/** `act` is called whenever another scenario is about to take the place of what is on screen. */
export function beforeLeaving(act: () => void): void {
  leave = act;
}

/** Puts a scenario on screen as a new run, paused where its view says. Undo returns to what was there. */
export function open(scenario: Scenario, origin: LabState["origin"]): void {
  leave();
  useLab.setState((lab) => ({
    origin,
    past:
      lab.past.length === 0 && lab.scenario === lab.base
        ? []
        : [...lab.past, lab.scenario].slice(-UNDO_DEPTH),
    future: [],
  }));
  start(scenario, scenario.view?.at ?? START);
}

function start(unplaced: Scenario, at: Position): void {
  frames.clear();
  const base = placed(unplaced, at);
  const { changes = [], ...rest } = base;
  useLab.setState({ base, scenario: inForce(rest, base, changes.length), run: IDLE, comparison: null });
  client.load(base, at);
}

/** The scenario, paused at a position. */
function placed(scenario: Scenario, at: Position): Scenario {
  const { at: _at, ...view } = scenario.view ?? {};
  return { ...scenario, view: { ...view, ...((at.tick > 0 || at.phase > 0) && { at }) } };
}

/** Changes parameters: live ones in the running experiment, others as a new run. See `edit` for `gesture`. */
export function setParams(
  part: { env?: Record<string, unknown>; algo?: Record<string, unknown> },
  gesture?: string,
): void {
  edit(
    (scenario) => ({
      ...scenario,
      env: { ...scenario.env, params: { ...scenario.env.params, ...part.env } },
      algo: { ...scenario.algo, params: { ...scenario.algo.params, ...part.algo } },
    }),
    gesture,
  );
}

/** Any change of the document, with undo. Bursts of the same `gesture` (a drag) count as one. */
export function edit(change: (scenario: Scenario) => Scenario, gesture?: string): void {
  const lab = useLab.getState();
  const scenario = change(lab.scenario);
  if (scenario === lab.scenario) return;
  const coalesce = gesture !== undefined && gesture === lastGesture;
  lastGesture = gesture;
  useLab.setState({
    scenario,
    origin: "own",
    past: coalesce ? lab.past : [...lab.past, lab.scenario].slice(-UNDO_DEPTH),
    future: [],
  });
  apply(lab.scenario, scenario);
}

let lastGesture: string | undefined;

/** Ends a gesture: the next edit is an undo step of its own. */
export function endGesture(): void {
  lastGesture = undefined;
}

export function undo(): void {
  travel("past", "future");
}

export function redo(): void {
  travel("future", "past");
}

function travel(from: "past" | "future", to: "past" | "future"): void {
  const lab = useLab.getState();
  const target = lab[from].at(-1);
  if (!target) return;
  endGesture();
  useLab.setState({
    scenario: target,
    [from]: lab[from].slice(0, -1),
    [to]: [...lab[to], lab.scenario],
  });
  apply(lab.scenario, target);
}

/** Brings the run from one scenario to another: as a live change where that is possible, else as a new run. */
function apply(before: Scenario, after: Scenario): void {
  const algo = changed(before.algo.params, after.algo.params);
  const env = changed(before.env.params, after.env.params);
  const restart =
    before.env.id !== after.env.id ||
    before.algo.id !== after.algo.id ||
    before.seed !== after.seed ||
    algo.some((name) => !algoSpec(after.algo.id)?.params[name].live) ||
    env.some((name) => !envSpec(after.env.id)?.params[name].live) ||
    sizeOf(before) !== sizeOf(after);
  if (restart) {
    start(after, START);
    return;
  }
  if (JSON.stringify(before.stop) !== JSON.stringify(after.stop)) {
    client.send({ type: "stop", stop: after.stop ?? null });
    if (useLab.getState().run.status === "running") play();
  }
  if (algo.length === 0 && env.length === 0) return;
  useLab.setState({ comparison: null });
  client.send({
    type: "change",
    edit: ++edits,
    ...(env.length > 0 && { env: after.env.params }),
    ...(algo.length > 0 && { algo: after.algo.params }),
  });
}

function changed(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

function sameParams(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  return before === after || changed(before, after).length === 0;
}

function sizeOf({ env }: Scenario): string {
  const rows = env.params.rows as readonly string[] | undefined;
  return rows ? `${rows.length}×${rows[0].length}` : "";
}

/** Changes what is shown; never the result, and not an undo step. */
export function setView(part: View): void {
  useLab.setState(({ scenario }) => ({ scenario: { ...scenario, view: { ...scenario.view, ...part } } }));
}

/** The step size on the transport: the one chosen, where the algorithm has it. */
export function granularityOf({ scenario }: Pick<LabState, "scenario">): string {
  const offered = algoSpec(scenario.algo.id)?.granularities ?? [];
  const chosen = offered.find(({ id }) => id === scenario.view?.granularity) ?? offered.at(1);
  return chosen?.id ?? "line";
}

export function play(): void {
  const lab = useLab.getState();
  showStatus("running");
  client.send({ type: "play", granularity: granularityOf(lab), rate: lab.rate });
}

export function setRate(rate: number): void {
  useLab.setState({ rate });
  if (useLab.getState().run.status === "running") play();
}

/** Shows at once what was asked for; the next frame says what is. */
function showStatus(status: RunState["status"]): void {
  useLab.setState(({ run }) => ({ run: { ...run, status } }));
}

export function pause(): void {
  showStatus("paused");
  client.send({ type: "pause" });
}

export function step(granularity = granularityOf(useLab.getState())): void {
  client.send({ type: "step", granularity });
}

export function stepBack(granularity = granularityOf(useLab.getState())): void {
  client.send({ type: "step-back", granularity });
}

export function seek(to: Position): void {
  client.send({ type: "seek", to });
}

/** Back to the start of the run, with the parameters as they are now. */
export function reset(): void {
  start(useLab.getState().scenario, START);
}

/** The scenario that shows exactly what is on screen: the run as it began, its live changes, and where it stands. */
export function snapshot(): Scenario {
  const { base, scenario, run } = useLab.getState();
  const { title: _title, notes: _notes, locks: _locks, stop: _stop, ...rest } = base;
  const { title, notes, locks, stop } = scenario;
  const shown: Scenario = {
    ...rest,
    ...(title !== undefined && { title }),
    ...(notes !== undefined && { notes }),
    ...(locks !== undefined && { locks }),
    ...(stop !== undefined && { stop }),
    ...(scenario.view && { view: scenario.view }),
  };
  return placed(shown, run.position);
}

/** Asks for the exact values of the random and the optimal policy. */
export function compare(): void {
  client.send({ type: "compare" });
}

let lastNotice = 0;

export function notify(notice: Omit<Notice, "id">): void {
  const id = ++lastNotice;
  useLab.setState(({ notices }) => ({ notices: [...notices.slice(-3), { ...notice, id }] }));
}

export function dismiss(id: number): void {
  useLab.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
