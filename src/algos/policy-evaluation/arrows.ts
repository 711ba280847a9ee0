import { fail, ok, type Result } from "../../core/result";

/** The edited states' actions, by state index; those of one state share its probability equally. */
export type Arrows = Readonly<Record<string, readonly number[]>>;

/** More entries than the largest environment has states. */
const MAX_STATES = 4096;
const MAX_ACTIONS = 64;

/** Reads arrows from untrusted data: {"5": [1], "6": [0, 1]}. */
export function parseArrows(raw: unknown): Result<Arrows> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return fail('it must be an object like {"5": [1]}: state 5 takes action 1.');
  }
  const keys = Object.keys(raw);
  if (keys.length > MAX_STATES)
    return fail(`it has arrows for ${keys.length} states; at most ${MAX_STATES} fit.`);
  const arrows: Record<string, readonly number[]> = {};
  for (const key of keys) {
    if (!/^(0|[1-9]\d{0,5})$/.test(key))
      return fail(`“${key.slice(0, 40)}” is not the number of a state, counted from 0.`);
    const actions: unknown = (raw as Record<string, unknown>)[key];
    if (!isActionList(actions))
      return fail(
        `state ${key}: its actions must be a list of at least one action number, none of them twice.`,
      );
    arrows[key] = actions.toSorted((a, b) => a - b);
  }
  return ok(arrows);
}

function isActionList(raw: unknown): raw is number[] {
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > MAX_ACTIONS) return false;
  const valid = raw.every(
    (a: unknown) => typeof a === "number" && Number.isInteger(a) && a >= 0 && a < MAX_ACTIONS,
  );
  return valid && new Set(raw).size === raw.length;
}

export const arrowsSchema = {
  type: "object",
  propertyNames: { pattern: "^(0|[1-9]\\d{0,5})$" },
  additionalProperties: {
    type: "array",
    minItems: 1,
    maxItems: MAX_ACTIONS,
    uniqueItems: true,
    items: { type: "integer", minimum: 0, maximum: MAX_ACTIONS - 1 },
  },
};
