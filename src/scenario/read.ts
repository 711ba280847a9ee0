import { fail, ok, type Result } from "../core/result";

/**
 * Takes the known entries of an untrusted object; any other is refused by name. The copy has no
 * prototype, so an entry called "constructor" or "__proto__" is as harmless as any other.
 */
export function readRecord<K extends string>(
  raw: unknown,
  what: string,
  keys: readonly K[],
): Result<Partial<Record<K, unknown>>> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return fail(`${what} must be an object {…}.`);
  }
  const read = Object.create(null) as Partial<Record<K, unknown>>;
  for (const [key, value] of Object.entries(raw)) {
    const known = keys.find((k) => k === key);
    if (known === undefined) {
      return fail(`${what} has no entry called “${key.slice(0, 40)}”; it may have ${keys.join(", ")}.`);
    }
    if (value !== undefined) read[known] = value;
  }
  return ok(read);
}

/** A string of at most `max` characters (Unicode code points, as JSON Schema counts them). */
export function readText(raw: unknown, what: string, max: number): Result<string> {
  if (typeof raw !== "string") return fail(`${what} must be a text in quotes.`);
  if (raw.length > 2 * max || Array.from(raw).length > max) {
    return fail(`${what} is too long; at most ${max} characters fit.`);
  }
  return ok(raw);
}

/** A whole number between `min` and `max`, both included. */
export function readInteger(raw: unknown, what: string, min: number, max: number): Result<number> {
  if (typeof raw !== "number" || !Number.isInteger(raw)) return fail(`${what} must be a whole number.`);
  if (raw < min || raw > max) return fail(`${what} must lie between ${min} and ${max}, not ${raw}.`);
  return ok(raw === 0 ? 0 : raw); // −0 has no JSON form of its own
}

/** A list of at most `max` entries. */
export function readList<T>(
  raw: unknown,
  what: string,
  max: number,
  read: (entry: unknown, what: string) => Result<T>,
): Result<T[]> {
  if (!Array.isArray(raw)) return fail(`${what} must be a list […].`);
  if (raw.length > max) return fail(`${what} has ${raw.length} entries; at most ${max} fit.`);
  const list: T[] = [];
  for (const [index, entry] of raw.entries()) {
    const parsed = read(entry, `${what}, entry ${index + 1},`);
    if (!parsed.ok) return parsed;
    list.push(parsed.value);
  }
  return ok(list);
}
