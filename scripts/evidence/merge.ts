import type { Evidence, MeasuredRun } from "../../src/scenario/evidence";

/**
 * The record with newly measured runs in it. A seed measured again replaces its old run and the other seeds stay, so a
 * record can be made in several sittings. An entry is of one backend and of code that rounds and draws alike, so the runs
 * of another one do not stay.
 */
export function merged(record: readonly Evidence[], entry: Evidence): Evidence[] {
  const old = record.find(
    ({ preset, backend, form }) =>
      preset === entry.preset && backend === entry.backend && form === entry.form,
  );
  const runs = new Map<number, MeasuredRun>();
  for (const run of [...(old?.runs ?? []), ...entry.runs]) runs.set(run.seed, run);
  const date = old && old.date > entry.date ? old.date : entry.date;
  const whole = { ...entry, date, runs: [...runs.values()].toSorted((a, b) => a.seed - b.seed) };
  const others = record.filter(({ preset }) => preset !== entry.preset);
  return [...others, whole].toSorted((a, b) => (a.preset < b.preset ? -1 : 1));
}
