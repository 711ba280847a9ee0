import { mixes, type SavedRun } from "./client-saved-run";
import type { BackendName, BackendReport } from "./protocol";

/** What backends are called in a sentence. */
export const BACKEND_TITLES: Readonly<Record<BackendName, string>> = {
  webgpu: "WebGPU",
  wasm: "WebAssembly",
  cpu: "Plain JavaScript",
};

const grouped = new Intl.NumberFormat("en");

/** “step 12,345”: where a saved run stands. */
export function stepOf({ checkpoint }: SavedRun): string {
  return `step ${grouped.format(checkpoint.clock.steps)}`;
}

/** What it means to go on from a saved run on another backend than it was computed on. */
export function mixedSays({ backends }: SavedRun, name: BackendName): string {
  const before = backends.map((each) => BACKEND_TITLES[each]).join(", then on ");
  return `Up to there it was trained on ${before}; on ${BACKEND_TITLES[name]} it goes on as a mixed run, which a link cannot repeat bit for bit.`;
}

/** What there is to go on from, and what that means on the backend `name`. */
export function keptSays(found: SavedRun, name: BackendName): string {
  const kept = `Training of this experiment was kept in this browser up to ${stepOf(found)}.`;
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
  const what = isLoss ? why.replace(/ \(.*\)$/s, "") : why; // a browser's own words about its GPU help nobody here
  if (!from && !isLoss) return `${why} and was started again where it was. Your work and settings are kept.`;
  const where = from
    ? `Training goes on from its last checkpoint, ${stepOf(from)}`
    : "The run was started again";
  if (!isSecondLoss) return `${what}. ${where}; nothing is lost.`;
  const mixed = from && mixes(from, "wasm") ? `${mixedSays(from, "wasm")} ` : "";
  return `${what} for the second time. ${where}, without it (WebAssembly); nothing is lost. ${mixed}Reload the page to try the graphics processor again.`;
}

/** A backend's report, with why the page forced it where the graphics processor had been lost too often. */
export function reported(report: BackendReport, isAfterLosses: boolean): BackendReport {
  if (!isAfterLosses) return report;
  const reason = report.reason.replace(", as asked for", ""); // nobody did but the page itself
  return { ...report, reason: `The graphics processor was lost twice, so now: ${reason}` };
}
