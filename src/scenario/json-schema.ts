import type { AnyParamDefs, ParamDef } from "../core/params";
import { algoSpecs } from "../algos/index";
import { envSpecs } from "../envs/index";
import { LIMITS } from "./limits";
import { CURRENT_VERSION } from "./migrations";

interface Spec {
  readonly id: string;
  readonly title: string;
  readonly params: unknown;
}

/**
 * The published JSON Schema (draft 2020-12) of a scenario file, made from the declarations of all environments
 * and algorithms. What it cannot say, such as relations between a map and its wind, only the parser checks.
 */
export function scenarioJsonSchema(): Record<string, unknown> {
  const envs: Spec[] = Object.values(envSpecs);
  const algos: Spec[] = Object.values(algoSpecs);
  const name = { type: "string", maxLength: LIMITS.name };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Bellman scenario",
    description: "One experiment: a world, an algorithm, a seed. What is left out takes its default.",
    ...closed(
      {
        v: { const: CURRENT_VERSION, description: "Version of the format." },
        title: { type: "string", maxLength: LIMITS.title },
        env: { oneOf: envs.map((spec) => named(spec, "env")) },
        algo: { oneOf: algos.map((spec) => named(spec, "algo")) },
        seed: { type: "integer", minimum: 0, maximum: LIMITS.seed, default: 0 },
        view: {
          description: "What the page shows; never changes a result.",
          ...closed({
            layers: { type: "array", maxItems: LIMITS.layers, items: name },
            selected: closed(
              { state: { type: "integer", minimum: 0 }, action: { type: "integer", minimum: 0 } },
              ["state"],
            ),
            at: { $ref: "#/$defs/position" },
            figure: name,
            granularity: name,
          }),
        },
        stop: {
          description: "When the run pauses by itself: one condition, or “solved” and one more.",
          oneOf: stops(),
        },
        locks: {
          description:
            "What is to stay as it is: all, parameters, algo, editor, seed, stop, push, or a parameter as algo.gamma.",
          type: "array",
          maxItems: LIMITS.locks,
          items: name,
        },
        notes: { type: "string", maxLength: LIMITS.notes },
        changes: {
          description:
            "Live changes of parameters and pushes, in order of time; each lists only what it changes.",
          type: "array",
          maxItems: LIMITS.changes,
          items: closed(
            {
              at: { $ref: "#/$defs/position" },
              env: { anyOf: envs.map((spec) => ({ $ref: paramsRef(spec, "env") })) },
              algo: { anyOf: algos.map((spec) => ({ $ref: paramsRef(spec, "algo") })) },
              push: {
                type: "number",
                minimum: -1,
                maximum: 1,
                description: "A push that every environment is given, of this strength; not 0.",
              },
            },
            ["at"],
          ),
        },
      },
      ["v", "env", "algo"],
    ),
    $defs: {
      position: closed(
        {
          tick: { type: "integer", minimum: 0, maximum: LIMITS.tick },
          phase: { type: "integer", minimum: 0, maximum: LIMITS.phase, default: 0 },
        },
        ["tick"],
      ),
      ...paramsDefs(envs, "env"),
      ...paramsDefs(algos, "algo"),
    },
  };
}

/** The forms of a stop: one of the conditions that exclude each other, each with or without “solved”; or that at most. */
function stops(): Record<string, unknown>[] {
  const count = { type: "integer", minimum: 1, maximum: LIMITS.stop };
  const solved = { const: true };
  const conditions = { ticks: count, sweeps: count, episodes: count, converged: { const: true } };
  return [
    ...Object.entries(conditions).map(([name, schema]) => closed({ [name]: schema, solved }, [name])),
    closed({ solved }),
  ];
}

/** An object with these entries and no others. */
function closed(properties: Record<string, unknown>, required: string[] = []): Record<string, unknown> {
  return {
    type: "object",
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties,
  };
}

function named(spec: Spec, kind: string): Record<string, unknown> {
  return closed({ id: { const: spec.id, title: spec.title }, params: { $ref: paramsRef(spec, kind) } }, [
    "id",
  ]);
}

function paramsRef(spec: Spec, kind: string): string {
  return `#/$defs/${kind}-${spec.id}`;
}

function paramsDefs(specs: Spec[], kind: string): Record<string, unknown> {
  return Object.fromEntries(
    specs.map((spec) => {
      const defs = Object.entries(spec.params as AnyParamDefs);
      return [
        `${kind}-${spec.id}`,
        closed(Object.fromEntries(defs.map(([id, def]) => [id, paramSchema(def)]))),
      ];
    }),
  );
}

function paramSchema(def: ParamDef): Record<string, unknown> {
  const about = { title: def.label, description: def.help, default: def.default };
  switch (def.kind) {
    case "number":
      return { type: def.integer ? "integer" : "number", minimum: def.min, maximum: def.max, ...about };
    case "flag":
      return { type: "boolean", ...about };
    case "choice":
      return { enum: def.options.map((option) => option.value), ...about };
    case "data":
      return { ...def.jsonSchema, ...about };
  }
}
