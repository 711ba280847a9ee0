import type { Scenario } from "../../core/scenario";
import { parseScenario, toJson } from "../../scenario/schema";
import { beforeLeaving, notify, open, snapshot } from "../session";
import { useLab, type LabState } from "../store";
import { lasting, perTab } from "./safe-storage";
import { readWorks, withWork, type Work } from "./works";

const WORKS = "bellman.works";
/** Stored text that could not be read, kept as it was. */
const DAMAGED = "bellman.works.damaged";
/** What this tab shows, whoever made it, so that a reload changes nothing. */
const TAB = "bellman.tab";

const DELAY = 600; // ms from an edit to its saving

/** The work in hand: edits of a link or a preset begin a new one, so that none is ever overwritten. */
let workId = newId();
let adopting = false;
let hasWarned = false;
let lastSaved = "";
let forgotten = false;
/** Whether the run has arrived where its scenario says that it is paused. */
let arrived = false;
let timer: ReturnType<typeof setTimeout> | undefined;

interface TabRecord {
  hash: string;
  origin: LabState["origin"];
  id: string;
  scenario: unknown;
}

/** Saves the user's own work from now on: soon after each edit or pause, and whenever the page is left. */
export function startAutosave(): void {
  beforeLeaving(() => timer !== undefined && save());
  useLab.subscribe((lab, before) => {
    if (lab.origin === "own" && before.origin !== "own" && !adopting) beginWork();
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
  document.addEventListener("visibilitychange", () => document.hidden && save());
  addEventListener("pagehide", save);
}

/** The user's works, newest first, without the one on screen. */
export function otherWorks(): Work[] {
  const { works } = readWorks(lasting.read(WORKS));
  return useLab.getState().origin === "own" ? works.filter(({ id }) => id !== workId) : works;
}

/** Puts a stored work on screen and goes on with it. False, with a notice, if it cannot be read. */
export function openWork(work: Pick<Work, "id" | "scenario">, origin: LabState["origin"] = "own"): boolean {
  const parsed = parseScenario(work.scenario);
  if (!parsed.ok) {
    notify({ kind: "problem", says: `Saved work could not be opened: ${parsed.error} It is kept as it is.` });
    return false;
  }
  adopting = true;
  open(parsed.value, origin);
  adopting = false;
  workId = work.id;
  return true;
}

/** Shows what this tab showed before a reload; false if the address has changed since, or nothing is known. */
export function restoreTab(): boolean {
  const record = readTab(perTab.read(TAB));
  return record !== null && record.hash === location.hash && openWork(record, record.origin);
}

/** Shows the user's newest work that can be read; false if there is none. */
export function restoreWork(): boolean {
  const text = lasting.read(WORKS);
  const { works, damaged } = readWorks(text);
  if (damaged && text !== null) {
    lasting.write(DAMAGED, text);
    notify({
      kind: "problem",
      says: "Part of the work saved in this browser is damaged and cannot be read. It is kept aside; the rest is fine.",
    });
  }
  return works.some((work) => openWork(work));
}

/** The next reload does not bring back what is on screen. */
export function forgetTab(): void {
  forgotten = true;
  perTab.write(TAB, "null");
}

/** The address no longer tells what is on screen. */
export function forgetAddress(): void {
  if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
}

function beginWork(): void {
  workId = newId();
  const [previous] = readWorks(lasting.read(WORKS)).works;
  if (!previous) return;
  notify({
    kind: "info",
    says: "You are now changing a copy of your own. Your earlier work is kept; find it under Presets.",
    action: { label: "Return to it", run: () => void openWork(previous) },
  });
}

function save(): void {
  clearTimeout(timer);
  timer = undefined;
  const { origin } = useLab.getState();
  const scenario = toJson(current());
  const record: TabRecord = { hash: location.hash, origin, id: workId, scenario };
  if (!forgotten) perTab.write(TAB, JSON.stringify(record));
  const text = JSON.stringify(scenario);
  if (origin !== "own" || text === lastSaved) return;
  const { works } = readWorks(lasting.read(WORKS));
  const kept = lasting.write(
    WORKS,
    JSON.stringify(withWork(works, { id: workId, saved: Date.now(), scenario })),
  );
  if (kept) lastSaved = text;
  else if (!hasWarned) {
    hasWarned = true;
    notify({
      kind: "problem",
      says: "This browser does not let the page save your work here. Use Share to keep it as a link or a file.",
    });
  }
}

/** What is on screen; while the run is still on its way to where it was paused, with that place. */
function current(): Scenario {
  const { base } = useLab.getState();
  const scenario = snapshot();
  const at = base.view?.at;
  return !arrived && at ? { ...scenario, view: { ...scenario.view, at } } : scenario;
}

function readTab(text: string | null): TabRecord | null {
  try {
    const raw = JSON.parse(text ?? "null") as Partial<TabRecord> | null;
    if (typeof raw?.hash !== "string" || typeof raw.id !== "string") return null;
    const origin = (["own", "link", "preset"] as const).find((known) => known === raw.origin);
    return origin ? { hash: raw.hash, id: raw.id, origin, scenario: raw.scenario } : null;
  } catch {
    return null;
  }
}

function newId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}
