import { algoSpec } from "../../algos";
import type { Scenario } from "../../core/scenario";
import { saving as words } from "../../messages/saving";
import { fill } from "../../messages/section";
import { parseScenario, toJson } from "../../scenario/schema";
import { placeText } from "../lesson/address";
import { askedOfLab, staysInLab } from "../mode";
import { isMoving } from "../moving";
import { notify } from "../notify";
import { rewriteAddress } from "../rewrite-address";
import { beforeLeaving, isReturning, open } from "../session";
import { snapshot } from "../snapshot";
import { useLab, type LabState } from "../store";
import { lasting, perTab } from "./safe-storage";
import { Shelf, type Saved } from "./shelf";
import { isWork, type Work } from "./works";

/** What this tab shows, whoever made it, so that a reload changes nothing. */
const TAB = "bellman.tab";

const DELAY = 600; // ms from an edit to its saving
/** While a network trains, its place is saved as often as its training is kept. */
const TRAINING_DELAY = 5000; // ms

/** The work in hand: edits of a link or a preset begin a new one, so that none is ever overwritten. */
const shelf = new Shelf(lasting, () => Date.now());
let adopting = false;
let hasWarned = false;
let forgotten = false;
/** Whether the run has arrived where its scenario says that it is paused. */
let arrived = false;
let timer: ReturnType<typeof setTimeout> | undefined;

interface TabRecord {
  /** What of the address tells what is shown: a link, the place in the lecture, a lab or a work. */
  place: string;
  origin: LabState["origin"];
  /** The work in hand. */
  work: Work;
  /** The speed; null for as fast as possible, which JSON has no number for. */
  rate: number | null;
}

/** Saves the user's own work from now on: soon after each edit or pause, and whenever the page is left. */
export function startAutosave(): void {
  beforeLeaving(() => timer !== undefined && save());
  useLab.subscribe((lab, before) => {
    if (lab.origin === "own" && before.origin !== "own" && !adopting && !isReturning) beginWork();
    if (lab.origin === "own" && lab.past !== before.past) forgetAddress();
    const edited =
      lab.scenario !== before.scenario || lab.base !== before.base || lab.origin !== before.origin;
    if (lab.base !== before.base) arrived = false;
    const { status, position } = lab.run;
    if (status !== "preparing" && status !== "seeking") arrived = true;
    const rests = status === "paused" || status === "finished";
    if (edited || (rests && (position !== before.run.position || status !== before.run.status))) {
      timer ??= setTimeout(save, DELAY);
    }
  });
  setInterval(() => isTraining() && save(), TRAINING_DELAY);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  addEventListener("pagehide", save);
}

/** The user's works, newest first, without the one on screen, and how many older ones there was no room for. */
export function otherWorks(): { works: Work[]; dropped: number } {
  const { works } = shelf.list();
  const own = useLab.getState().origin === "own";
  return { works: own ? works.filter(({ id }) => id !== shelf.id) : works, dropped: shelf.dropped };
}

/** Puts a stored work on screen and goes on with it. False, with a notice, if it cannot be read. */
export function openWork(work: Work, origin: LabState["origin"] = "own"): boolean {
  const parsed = parseScenario(work.scenario);
  if (!parsed.ok) {
    notify({ kind: "problem", says: fill(words.notOpened, { why: parsed.error }) });
    return false;
  }
  adopting = true;
  open(parsed.value, origin, { resumed: true });
  adopting = false;
  shelf.adopt(work);
  return true;
}

/** Shows what this tab showed before a reload; false if the address has changed since, or nothing is known. */
export function restoreTab(): boolean {
  const record = readTab(perTab.read(TAB));
  if (record?.place !== place() || !openWork(record.work, record.origin)) return false;
  useLab.setState({ rate: record.rate ?? Infinity });
  return true;
}

/**
 * Shows the work with this id, else the user's newest that can be read, of one lab or of any; false if there is none.
 */
export function restoreWork(lab?: string, id: string | null = null): boolean {
  const { works, damaged } = shelf.list();
  if (damaged) {
    notify({ kind: "problem", says: words.damaged });
  }
  const asked = works.find((work) => work.id === id);
  if (id !== null && !asked) {
    notify({ kind: "problem", says: words.gone });
  }
  if (asked && openWork(asked)) return true;
  return works.some((work) => (lab === undefined || labIn(work) === lab) && openWork(work));
}

function labIn({ scenario }: Work): unknown {
  return (scenario as { env?: { id?: unknown } } | null)?.env?.id;
}

/** The next reload does not bring back what is on screen. */
export function forgetTab(): void {
  forgotten = true;
  perTab.write(TAB, "null");
}

/** The address no longer tells what is on screen. */
export function forgetAddress(): void {
  const search = staysInLab(location.search);
  if (!location.hash && search === location.search) return;
  rewriteAddress(location.pathname + search);
}

function beginWork(): void {
  shelf.begin();
  const [previous] = shelf.list().works;
  if (!previous) return;
  notify({
    kind: "info",
    says: words.copy,
    action: { label: words.goBack, run: () => void openWork(previous) },
  });
}

function isTraining(): boolean {
  const { run, scenario } = useLab.getState();
  return isMoving(run.status) && algoSpec(scenario.algo.id)?.network !== undefined;
}

function save(): void {
  clearTimeout(timer);
  timer = undefined;
  const { origin, rate } = useLab.getState();
  const scenario = toJson(current());
  if (origin === "own") tell(shelf.save(scenario));
  const record: TabRecord = {
    place: place(),
    origin,
    work: { id: shelf.id, saved: shelf.saved, scenario },
    rate: Number.isFinite(rate) ? rate : null,
  };
  if (!forgotten) perTab.write(TAB, JSON.stringify(record));
}

function tell(saved: Saved): void {
  if (saved === "copied") {
    notify({ kind: "info", says: words.otherTab });
  }
  if (saved !== "refused" || hasWarned) return;
  hasWarned = true;
  notify({ kind: "problem", says: words.refused });
}

/** What is on screen; while the run is still on its way to where it was paused, with that place. */
function current(): Scenario {
  const { base } = useLab.getState();
  const scenario = snapshot();
  const at = base.view?.at;
  return !arrived && at ? { ...scenario, view: { ...scenario.view, at } } : scenario;
}

function place(): string {
  const { lab, work } = askedOfLab(location.search);
  return [location.hash, placeText(location.search), lab, work].join(" ");
}

function readTab(text: string | null): TabRecord | null {
  try {
    const raw = JSON.parse(text ?? "null") as Partial<TabRecord> | null;
    if (typeof raw?.place !== "string" || !isWork(raw.work)) return null;
    const origin = (["own", "link", "preset"] as const).find((known) => known === raw.origin);
    if (!origin || raw.rate === undefined) return null;
    return { place: raw.place, origin, work: raw.work, rate: raw.rate };
  } catch {
    return null;
  }
}
