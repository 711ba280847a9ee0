import { backends as titles } from "../messages/backends";
import { recovery as words } from "../messages/recovery";
import { run } from "../messages/run";
import { fill } from "../messages/section";
import { mixes, type SavedRun } from "./client-saved-run";
import type { BackendName, BackendReport } from "./protocol";

const grouped = new Intl.NumberFormat("en");

/** “12,345”: the step where a saved run stands. */
export function stepOf({ checkpoint }: SavedRun): string {
  return grouped.format(checkpoint.clock.steps);
}

/** What it means to go on from a saved run on another backend than it was computed on. */
export function mixedSays({ backends }: SavedRun, name: BackendName): string {
  const before = backends
    .map((each): string => titles[each])
    .reduce((sofar, backend) => fill(words.thenOn, { before: sofar, backend }));
  return fill(words.mixed, { before, backend: titles[name] });
}

/** That a run goes on from a saved one; `goesOn`: it has been taken further from there. */
export function resumedSays(found: SavedRun, goesOn: boolean): string {
  return fill(goesOn ? run.resumedThrough : run.resumed, { step: stepOf(found) });
}

/** What there is to go on from, and what that means on the backend `name`. */
export function keptSays(found: SavedRun, name: BackendName): string {
  const kept = fill(run.kept, { step: stepOf(found) });
  return mixes(found, name) ? `${kept} ${mixedSays(found, name)}` : kept;
}

/**
 * What happened to the worker (`why`, without a full stop), and how the run goes on: `from` its last checkpoint where
 * there is one. After the second loss of the graphics processor it does so without it.
 */
export function restartSays(
  why: string,
  from: SavedRun | null,
  { isLoss, isSecondLoss }: { isLoss: boolean; isSecondLoss: boolean },
): string {
  if (!from && !isLoss) return fill(words.again, { why });
  const what = isLoss ? why.replace(/ \(.*\)$/s, "") : why; // a browser's own words about its GPU help nobody here
  if (!isSecondLoss) {
    return from ? fill(words.goesOn, { why: what, step: stepOf(from) }) : fill(words.anew, { why: what });
  }
  const without = from
    ? fill(words.secondGoesOn, { why: what, step: stepOf(from) })
    : fill(words.secondAnew, { why: what });
  const mixed = from && mixes(from, "wasm") ? [mixedSays(from, "wasm")] : [];
  return [without, ...mixed, words.tryGpu].join(" ");
}

/** A backend's report, with why the page forced it where the graphics processor had been lost too often. */
export function reported(report: BackendReport, isAfterLosses: boolean): BackendReport {
  if (!isAfterLosses) return report;
  const reason = report.reason.replace(", as asked for", ""); // nobody did but the page itself
  return { ...report, reason: fill(words.lostTwice, { reason }) };
}
