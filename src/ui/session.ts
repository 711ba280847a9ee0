import { isBefore, isSame, START, type Position, type Scenario, type View } from "../core/scenario";
import { algoSpec } from "../algos";
import type { Probe } from "../core/glimpse";
import type { Look } from "../core/network-run";
import { Client } from "../engine/client";
import { withChanges, type SavedRun } from "../engine/client-saved-run";
import { keptSays, resumedSays } from "../engine/client-words";
import type { Ask, BackendName, Frame } from "../engine/protocol";
import { run as words } from "../messages/run";
import { fill } from "../messages/section";
import { hasFailed } from "./controls/preparing";
import { enterLab } from "./enter-lab";
import { Frames } from "./frames";
import { labOf } from "./labs";
import { isMoving } from "./moving";
import { nextDraw } from "./next-draw";
import { forgetFailure, forgetRun, notify, notifyFailure, notifyOfRun } from "./notify";
import { changesAhead, isOnScreen } from "./on-screen";
import { inForce, MOST_CHANGES, needsNewRun, objection, placed } from "./scenario-change";
import { snapshot } from "./snapshot";
import { forgetTraining, keepTraining, searchTraining } from "./storage/training";
import { IDLE, UNDO_DEPTH, useLab, type LabState, type RunState, type Step } from "./store";

/** Everything a control can do. Controls call these; they never talk to the worker or set the store themselves. */

const client = new Client({
  onFrame: (frame) => frames.push(frame),
  onComparison: (comparison) => useLab.setState({ comparison }),
  onVariance: (report) =>
    useLab.setState(({ run }) => ({ variance: { report, updates: run.clock?.updates ?? 0 } })),
  onEvaluation: (evaluation) => useLab.setState({ evaluation }),
  onProbed: (id, picture) => useLab.setState({ probed: { id, picture } }),
  onFetching: (fetching) => useLab.setState({ fetching }),
  onCard: (weightsCard) => useLab.setState({ weightsCard }),
  onBackend: (backend) => useLab.setState({ backend }),
  onSaved: keepTraining,
  onResumed: (saved) => isResuming && tellResumed(saved),
  onUnlike: offerToGoOn,
  onMixed: (says) => notifyOfRun({ kind: "info", says }),
  onSpoilt: (saved) => forgetTraining(saved),
  onProblem: (says, wayOut) => {
    const tell = useLab.getState().run.clock === null ? notifyFailure : notifyOfRun;
    showStatus("paused");
    tell({ kind: "problem", says, ...(wayOut && { action: wayOut }) });
  },
  onRestart: (says) => {
    if (useLab.getState().backend) {
      useLab.setState({ backend: null });
      showStatus("preparing"); // a new worker has to open the backend again
    }
    notifyOfRun({ kind: "info", says });
  },
});

/** Has networks computed on this backend, from the next run on. */
export function forceBackend(name: BackendName): void {
  client.force(name);
}

/** The frames of the run on screen. */
export const frames = new Frames(() => client.ack(), nextDraw);

/** The page is hidden, where an animation frame that it waits for will not come, or seen again, and has much to show. */
export function turnedAway(): void {
  if (document.hidden) frames.take();
  else frames.draw();
}

const STATUS_EVERY = 100; // ms between updates of the controls while running
let lastStatus = 0;

frames.subscribe((frame) => {
  const now = performance.now();
  const goesOn = isMoving(frame.status) && isMoving(useLab.getState().run.status);
  // Live changes are told once only, so a frame that carries them is never passed over.
  if (goesOn && frame.changes === null && now - lastStatus < STATUS_EVERY) return;
  lastStatus = now;
  report(frame);
});

/** Edits sent to the worker so far. A frame that does not know the last one yet must not move the controls back. */
let edits = 0;

function report(frame: Frame): void {
  forgetFailure();
  const {
    metrics: _metrics,
    view: _view,
    sight: _sight,
    update: _update,
    work,
    changes,
    era,
    edit: known,
    ...run
  } = frame;
  useLab.setState(({ scenario, base }) => {
    const current = changes ? withChanges(base, changes) : base;
    return {
      run,
      ...(work && { work }),
      base: current,
      scenario: known === edits ? inForce(scenario, current, era) : scenario,
    };
  });
  const { fingerprint } = run;
  if (fingerprint) document.documentElement.dataset.fingerprint = fingerprint;
  else delete document.documentElement.dataset.fingerprint;
}

let leave = (): void => {};

/** `act` is called whenever another scenario is about to take the place of what is on screen. */
export function beforeLeaving(act: () => void): void {
  leave = act;
}

interface Resuming {
  /** Training goes on from where this browser has kept it, be it further on … */
  resumed?: boolean;
  /** … or from this run, whatever backend it was computed on. */
  from?: SavedRun | undefined;
}

/** Puts a scenario on screen as a new run, paused where its view says. Undo returns to the run that was there. */
export function open(scenario: Scenario, origin: LabState["origin"], resuming: Resuming = {}): void {
  leave();
  const lab = useLab.getState();
  const isFirst = lab.past.length === 0 && lab.scenario === lab.base && lab.run === IDLE;
  const past = isFirst ? [] : [...lab.past, wholeRun()].slice(-UNDO_DEPTH);
  useLab.setState({ origin, past, future: [], lesson: null });
  start(scenario, scenario.view?.at ?? START, resuming);
}

/** The run on screen as a step of the history that brings it back as it stands. */
function wholeRun(): Step {
  const { scenario, origin } = useLab.getState();
  return { scenario, run: { scenario: snapshot(), origin } };
}

let isResuming = false;

function start(unplaced: Scenario, at: Position, { resumed = false, from }: Resuming = {}): void {
  frames.clear();
  forgetRun();
  enterLab(labOf(unplaced));
  const base = placed(unplaced, at);
  const { changes = [], ...rest } = base;
  useLab.setState({
    base,
    scenario: inForce(rest, base, changes.length),
    run: IDLE,
    comparison: null,
    variance: null,
    evaluation: null,
    probed: null,
    fetching: null,
  });
  isResuming = resumed;
  const search = from ? Promise.resolve(from) : searchTraining(base, at, resumed);
  client.load(base, at, search, from !== undefined);
}

function tellResumed(found: SavedRun): void {
  const { base } = useLab.getState();
  const goesOn = isBefore(found.checkpoint.position, base.view?.at ?? START);
  const action = { label: words.startAnew, run: () => isOnScreen(base) && reset() };
  notifyOfRun({ kind: "info", says: resumedSays(found, goesOn), action }, true);
}

/** Offers to go on from kept training that is not gone on from by itself, with what that means on the backend `name`. */
export function offerToGoOn(found: SavedRun, name: BackendName): void {
  const { base, origin } = useLab.getState();
  const { position } = found.checkpoint;
  const scenario = placed(withChanges(base, found.scenario.changes), position);
  notifyOfRun({
    kind: "info",
    says: keptSays(found, name),
    action: {
      label: words.goOn,
      run: () => isOnScreen(base) && open(scenario, origin, { resumed: true, from: found }),
    },
  });
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

/**
 * Any change of the document, with undo. Bursts of the same `gesture` (a drag) count as one. Refused with a sentence
 * where it would make a world that cannot be, or a run with more live changes than a link can hold.
 */
export function edit(change: (scenario: Scenario) => Scenario, gesture?: string): void {
  const lab = useLab.getState();
  const scenario = change(lab.scenario);
  if (isSame(scenario, lab.scenario)) return;
  const wrong = objection(lab, scenario);
  if (wrong) {
    notify({ kind: "problem", says: wrong });
    return;
  }
  const coalesce = gesture !== undefined && gesture === lastGesture;
  lastGesture = gesture;
  const forgets = changesAhead() > 0 && !needsNewRun(lab.scenario, scenario);
  const before: Step = forgets ? wholeRun() : { scenario: lab.scenario };
  useLab.setState({
    scenario,
    origin: "own",
    past: coalesce ? lab.past : [...lab.past, before].slice(-UNDO_DEPTH),
    future: [],
  });
  if (forgets) tellOfOtherCourse();
  apply(lab.scenario, scenario);
}

function tellOfOtherCourse(): void {
  notifyOfRun({ kind: "info", says: words.otherCourse });
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

/** True while undo or redo puts something back: not an edit of the user's. */
export let isReturning = false;

function travel(from: "past" | "future", to: "past" | "future"): void {
  const lab = useLab.getState();
  const target = lab[from].at(-1);
  if (!target) return;
  endGesture();
  const left: Step = target.run ? wholeRun() : { scenario: lab.scenario };
  isReturning = true;
  useLab.setState({ [from]: lab[from].slice(0, -1), [to]: [...lab[to], left] });
  if (target.run) {
    useLab.setState({ origin: target.run.origin });
    start(target.run.scenario, target.run.scenario.view?.at ?? START);
  } else {
    const { view: _view, ...rest } = target.scenario;
    const scenario = { ...rest, ...(lab.scenario.view && { view: lab.scenario.view }) };
    useLab.setState({ scenario });
    // What is taken back may lie further on in the run: a change without parameters forgets it.
    if (!isSame(scenario, lab.scenario)) apply(lab.scenario, scenario);
    else if (changesAhead() > 0) client.send({ type: "change", edit: ++edits });
  }
  isReturning = false;
}

/** Brings the run from one scenario to another: as a live change where that is possible, else as a new run. */
function apply(before: Scenario, after: Scenario): void {
  if (needsNewRun(before, after)) {
    start(after, START);
    return;
  }
  if (!isSame(before.stop, after.stop)) {
    client.send({ type: "stop", stop: after.stop ?? null });
    if (useLab.getState().run.status === "running") play();
    return;
  }
  const algo = !isSame(before.algo.params, after.algo.params);
  const env = !isSame(before.env.params, after.env.params);
  if (!algo && !env) return;
  useLab.setState({ comparison: null });
  client.send({
    type: "change",
    edit: ++edits,
    ...(env && { env: after.env.params }),
    ...(algo && { algo: after.algo.params }),
  });
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
  if (hasFailed(useLab.getState().run)) reset();
  forgetRun(true);
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
  const { clock } = useLab.getState().run;
  showStatus(clock === null ? "preparing" : "paused");
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

/** A new run from the start with the parameters as they are now. Undo brings back the run that was there. */
export function reset(): void {
  const lab = useLab.getState();
  const isUntouched = lab.run.horizon === 0 && lab.base.changes === undefined;
  if (!isUntouched) useLab.setState({ past: [...lab.past, wholeRun()].slice(-UNDO_DEPTH), future: [] });
  start(useLab.getState().scenario, START);
}

/** Asks for the exact values of the random and the optimal policy. */
export function compare(): void {
  client.send({ type: "compare" });
}

/** Says which pictures are looked at: only those are computed. */
export function look(at: Look): void {
  client.look(at);
}

/** Asks the worker to measure something of the network as it is now: the run waits meanwhile. */
export function measure(question: Ask & { type: "variance" | "evaluate" }): void {
  showStatus("measuring");
  client.send(question);
}

let probes = 0;

/** Asks how the network looks at an image; `probed` of the store will carry the number returned. */
export function probe(question: Omit<Probe, "id">): number {
  client.send({ type: "probe", probe: { ...question, id: ++probes } });
  return probes;
}

/** Pushes what the environments balance, `strength` in [−1, 1]: part of the run, like any live change. */
export function push(strength: number): void {
  const lab = useLab.getState();
  if ((lab.base.changes?.length ?? 0) >= MOST_CHANGES) {
    notify({ kind: "problem", says: fill(words.mostPushes, { count: MOST_CHANGES }) });
    return;
  }
  const forgets = changesAhead() > 0;
  useLab.setState({
    origin: "own",
    ...(forgets && { past: [...lab.past, wholeRun()].slice(-UNDO_DEPTH), future: [] }),
  });
  if (forgets) tellOfOtherCourse();
  client.send({ type: "change", edit: ++edits, push: strength });
}
