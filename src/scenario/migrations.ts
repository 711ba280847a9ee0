import { fail, ok, type Result } from "../core/result";

/** Turns the JSON form of one version into that of the next. Pure; sees unvalidated data. */
export type Migration = (raw: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** `migrations[n − 1]` leads from version n to n + 1. Entries are added at the end and never changed. */
const migrations: readonly Migration[] = [];

/** The version this program writes. */
export const CURRENT_VERSION = migrations.length + 1;

/** Raises the JSON form of a scenario, of whatever version, to the newest. `steps` is there for tests. */
export function migrate(raw: unknown, steps: readonly Migration[] = migrations): Result<unknown> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return fail('A scenario must be an object {"v": 1, "env": …, "algo": …}.');
  }
  const version: unknown = Object.hasOwn(raw, "v") ? (raw as { v?: unknown }).v : undefined;
  const newest = steps.length + 1;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return fail(`A scenario must say its version: "v": ${newest}.`);
  }
  if (version > newest) {
    return fail(
      `This scenario was made by a newer Bellman (version ${version}; this one reads up to ${newest}). Reload the page to get the newest.`,
    );
  }
  let current = raw as Record<string, unknown>;
  for (const [index, step] of steps.slice(version - 1).entries()) {
    try {
      current = { ...step(current), v: version + index + 1 };
    } catch {
      return fail(`This scenario of version ${version} is damaged: it could not be brought up to date.`);
    }
  }
  return ok(current);
}
