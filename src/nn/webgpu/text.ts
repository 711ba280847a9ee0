import { BLOCK, type Layout } from "./layout";

/** The text of kernels, in WGSL: says so to editors, and does nothing else. */
export const wgsl = String.raw;

/** Invocations of a workgroup that takes a block of rows through layers, or sums up gradients. */
export const LANES = 32;

/** vec4s of rows in a block. */
export const QUADS = BLOCK / 4;

/**
 * What every kernel begins with: the four buffers (layout.ts). A record is what one job is told. It begins with a header
 * of three vec4s: first how many vec4s of rows the batch has, then the optimizer's numbers.
 */
export function prelude({ length }: Layout): string {
  return wgsl`
@group(0) @binding(0) var<storage, read> record: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> state: array<f32, ${length}>;
@group(0) @binding(2) var<storage, read_write> units: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> partials: array<f32>;
fn quadCount() -> u32 { return u32(record[0].x); }
`;
}

/** As many texts as there are numbers below `count`, line by line. */
export function each(count: number, text: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => text(i)).join("\n");
}

/** A text for each pair of numbers. */
export function eachPair(rows: number, columns: number, text: (i: number, j: number) => string): string {
  return each(rows, (i) => each(columns, (j) => text(i, j)));
}

/** A structure of whole numbers. */
export function struct(type: string, numbers: readonly number[]): string {
  return `${type}(${numbers.map((n) => `${n}u`).join(", ")})`;
}

/** A variable `table` of structures: not every browser finds its way in a constant one by a number that it computes. */
export function table(type: string, rows: readonly string[]): string {
  return `var table = array<${type}, ${rows.length}>(
    ${rows.join(",\n    ")}
  );`;
}
