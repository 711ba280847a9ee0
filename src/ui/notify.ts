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
