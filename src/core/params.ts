import { fail, ok, type Result } from "./result";

interface Described {
  readonly label: string;
  /** KaTeX source of the symbol the lecture uses. */
  readonly symbol?: string;
  /** One or two sentences for a student. */
  readonly help: string;
  /** true: takes effect in a running experiment; false: a change restarts it. */
  readonly live: boolean;
  /** true: changed seldom; the form shows it only when unfolded. */
  readonly folded?: boolean;
  /** The form shows it only while the parameter `param` has the value `is`: otherwise it has no effect. */
  readonly shownWhen?: { readonly param: string; readonly is: unknown };
}

export interface NumberParam extends Described {
  readonly kind: "number";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly integer?: boolean;
  /** What it is counted or measured in: “steps”, “m/s²”. */
  readonly unit?: string;
  /** The slider's scale; the number box takes any value in the range. */
  readonly scale?: "linear" | "log";
}

export interface FlagParam extends Described {
  readonly kind: "flag";
  readonly default: boolean;
}

export interface ChoiceParam<T extends string> extends Described {
  readonly kind: "choice";
  readonly default: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
}

/** A structured value (a map, a table) with a parser and an editor of its own instead of a slider. */
export interface DataParam<T> extends Described {
  readonly kind: "data";
  readonly default: T;
  /** Takes anything; returns a value of the declared shape or a sentence that says what is wrong. */
  parse(raw: unknown): Result<T>;
  /** JSON Schema of the value, for the published schema. */
  readonly jsonSchema: object;
}

export type ParamDef = NumberParam | FlagParam | ChoiceParam<string> | DataParam<unknown>;

/** The declaration of every parameter of P: the form, the validation, the link and the docs come from it. */
export type ParamDefs<P> = {
  readonly [K in keyof P]-?: P[K] extends number
    ? NumberParam
    : P[K] extends boolean
      ? FlagParam
      : P[K] extends string
        ? ChoiceParam<P[K]>
        : DataParam<P[K]>;
} & {
  /** Never read: keeps plain records of definitions assignable. */
  readonly [key: symbol]: never;
};

/** A record of parameters whose names are not known statically. */
export type AnyParamDefs = Readonly<Record<string, ParamDef>>;

export function defaultsOf<P>(defs: ParamDefs<P>): P {
  const entries = Object.entries(defs as AnyParamDefs).map(([name, def]) => [name, def.default]);
  return Object.fromEntries(entries) as P;
}

/** Reads parameters from untrusted data: missing ones take their defaults, unknown or wrong ones are refused. */
export function parseParams<P>(defs: ParamDefs<P>, raw: unknown, where: string): Result<P> {
  if (raw === undefined) return ok(defaultsOf(defs));
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return fail(`${where} must be an object of parameters.`);
  }
  const known = defs as AnyParamDefs;
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(known, name)) return fail(`${where} has no parameter called “${name.slice(0, 40)}”.`);
  }
  const values: Record<string, unknown> = {};
  for (const [name, def] of Object.entries(known)) {
    if (!Object.hasOwn(raw, name)) {
      values[name] = def.default;
      continue;
    }
    const parsed = parseParam(def, (raw as Record<string, unknown>)[name]);
    if (!parsed.ok) return fail(`${where}, ${name}: ${parsed.error}`);
    values[name] = parsed.value;
  }
  return ok(values as P);
}

/** Reads one value; the error is a sentence without the parameter's name. */
export function parseParam(def: ParamDef, raw: unknown): Result<unknown> {
  switch (def.kind) {
    case "number":
      if (typeof raw !== "number" || !Number.isFinite(raw)) return fail("it must be a number.");
      if (raw < def.min || raw > def.max)
        return fail(`it must lie between ${def.min} and ${def.max}, not ${raw}.`);
      if (def.integer && !Number.isInteger(raw)) return fail(`it must be a whole number, not ${raw}.`);
      return ok(raw === 0 ? 0 : raw); // −0 has no JSON form of its own
    case "flag":
      return typeof raw === "boolean" ? ok(raw) : fail("it must be true or false.");
    case "choice":
      return def.options.some((option) => option.value === raw)
        ? ok(raw)
        : fail(`it must be one of ${def.options.map((option) => option.value).join(", ")}.`);
    case "data":
      return def.parse(raw);
  }
}
