import type { AnyParamDefs, ParamDef } from "../../core/params";
import type { Arrows } from "../../algos/policy-evaluation/arrows";
import type { Cells } from "../../envs/grid-world/map";
import { literal, nameOf, plainSymbol } from "./literal";

type Values = Readonly<Record<string, unknown>>;

/** Parameters that a script calls by another name than ours: where it needs ours for something else. */
const RENAMED: Readonly<Record<string, string>> = { target: "target_network", loss: "loss_function" };

/** Scripts are for learning: they know no agent that does not. */
const LEFT_OUT = new Set(["learning"]);

/** Every parameter as an assignment, with its symbol and what it is. */
export function assignments(
  defs: AnyParamDefs,
  values: Values,
  renamed: Readonly<Record<string, string>> = RENAMED,
): string[] {
  return Object.entries(defs)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, def]) => {
      const given = def.kind === "data" ? dataLiteral(name, values[name]) : literal(values[name]);
      return withRemark(`${renamed[name] ?? nameOf(name)} = ${given}`, remarkOf(def));
    });
}

function remarkOf(def: ParamDef): string {
  if (def.kind === "data") return def.help;
  const label = def.label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  const symbol = def.symbol === undefined ? "" : plainSymbol(def.symbol);
  const unit = def.kind === "number" && def.unit !== undefined ? `, in ${def.unit}` : "";
  const options =
    def.kind === "choice" ? ` (${def.options.map(({ value }) => literal(value)).join(", ")})` : "";
  return `${symbol === "" || symbol === label ? "" : `${symbol}: `}${label}${unit}${options}`;
}

/** Beside the assignment, or above one that has several lines. */
function withRemark(assignment: string, remark: string): string {
  return assignment.includes("\n") || assignment.length + remark.length > 110
    ? `# ${remark}\n${assignment}`
    : `${assignment}  # ${remark}`;
}

/** The structured parameters of worlds and algorithms, by their names. */
function dataLiteral(name: string, value: unknown): string {
  switch (name) {
    case "rows":
      return block(
        "[",
        (value as string[]).map((row) => literal(row)),
        "]",
      );
    case "cells":
      return block(
        "{",
        Object.entries(value as Cells)
          .toSorted(byPlace)
          .map(cellEntry),
        "}",
      );
    case "wind":
      return windLiteral(value as number[]);
    case "arrows":
      return block("{", Object.entries(value as Arrows).map(arrowEntry), "}");
    default:
      return literal(value);
  }
}

/** Rows of sixteen columns where there are more. */
function windLiteral(wind: readonly number[]): string {
  if (wind.every((rows) => rows === 0)) return `[0] * ${wind.length}`;
  if (wind.length <= 16) return literal(wind);
  const lines = Array.from({ length: Math.ceil(wind.length / 16) }, (_, i) =>
    wind.slice(16 * i, 16 * (i + 1)).join(", "),
  );
  return block("[", lines, "]");
}

/** One entry a line; nothing between the brackets where there is none. */
function block(open: string, entries: readonly string[], close: string): string {
  if (entries.length === 0) return open + close;
  return [open, ...entries.map((entry) => `    ${entry},`), close].join("\n");
}

/** Row by row, whatever the order in which the cells were drawn. */
function byPlace([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const [row, column] = a.split(",").map(Number);
  const [otherRow, otherColumn] = b.split(",").map(Number);
  return row - otherRow || column - otherColumn;
}

function cellEntry([place, { reward, jump, restart }]: [string, Cells[string]]): string {
  const parts = [
    ...(reward === undefined ? [] : [`"reward": ${literal(reward)}`]),
    ...(jump ? [`"jump": ((${jump.to.join(", ")}), ${literal(jump.reward)})`] : []),
    ...(restart ? [`"restart": True`] : []),
  ];
  return `(${place.replace(",", ", ")}): {${parts.join(", ")}}`;
}

function arrowEntry([state, actions]: [string, readonly number[]]): string {
  return `${state}: ${literal(actions.filter((action) => action < 4))}`;
}
