import { useLab, type Notice } from "./store";

let last = 0;

/** Puts a message on the page. */
export function notify(notice: Omit<Notice, "id">): void {
  const id = ++last;
  useLab.setState(({ notices }) => ({ notices: [...notices.slice(-3), { ...notice, id }] }));
}

export function dismiss(id: number): void {
  useLab.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** The messages about the run on screen, and whether they have nothing more to say once it goes on. */
const aboutRun = new Map<number, { untilRun: boolean }>();

/**
 * Puts a message about the run on screen, which goes when another run begins; `untilRun`: also when Run is pressed, as
 * it tells only where the run stands.
 */
export function notifyOfRun(notice: Omit<Notice, "id">, untilRun = false): void {
  notify(notice);
  aboutRun.set(last, { untilRun });
}

/** Another run begins, or, `goesOn`, the one on screen is to run: what was said of it goes. */
export function forgetRun(goesOn = false): void {
  for (const [id, { untilRun }] of aboutRun) {
    if (goesOn && !untilRun) continue;
    aboutRun.delete(id);
    dismiss(id);
  }
}

/** The message that the run could not be started. */
let failure: number | null = null;

/** Says that the run could not be started: one such message at a time, and none once a run is there. */
export function notifyFailure(notice: Omit<Notice, "id">): void {
  forgetFailure();
  notify(notice);
  failure = last;
}

/** A run is there: that one could not be started is no longer so. */
export function forgetFailure(): void {
  if (failure !== null) dismiss(failure);
  failure = null;
}
