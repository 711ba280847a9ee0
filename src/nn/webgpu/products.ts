import type { KernelLayer } from "./layout";
import { each, eachPair, LANES, QUADS, struct, table, wgsl } from "./text";

/*
 * What a workgroup does in layer after layer for its block of rows: forwards x times W, backwards δ times Wᵀ. These stages
 * stand in a table, so that a kernel is compiled for one, not for each. Every invocation computes a tile of four columns,
 * so that what it loads serves several products; a tile that reaches beyond the last column has it once more.
 */

const WIDTH = 4;

/** What becomes of a sum z of a unit forwards, h = f(z), and of Wᵀ δ backwards, f′(z) ⊙ Wᵀ δ with f′ by h. */
const ENDS = { linear: 0, relu: 1, tanh: 2, reluSlope: 3, tanhSlope: 4 } as const;

/** A product and what becomes of it. */
export interface Stage {
  /** The first unit, and how many, that are multiplied. */
  readonly from: number;
  readonly terms: number;
  /** Where the matrix begins in θ, and from one of its numbers to the next term's and the next column's. */
  readonly matrix: number;
  readonly down: number;
  readonly across: number;
  /** The first unit, and how many, that come of it. */
  readonly to: number;
  readonly columns: number;
  readonly end: keyof typeof ENDS;
}

/** h = f(W x + b). */
export function forwards(
  { inputs, outputs, weights, from, to }: KernelLayer,
  end: "linear" | "relu" | "tanh",
): Stage {
  const terms = inputs + 1;
  return { from, terms, matrix: weights, down: outputs, across: 1, to, columns: outputs, end };
}

/** From δ of a layer to that of the `columns` units from `to` on, which are its inputs from `first` on; f gave them. */
export function backwards(
  { outputs, weights, to: from }: KernelLayer,
  f: "relu" | "tanh",
  { first = 0, columns, to }: { readonly first?: number; readonly columns: number; readonly to: number },
): Stage {
  const matrix = weights + first * outputs;
  return { from, terms: outputs, matrix, down: 1, across: outputs, to, columns, end: `${f}Slope` };
}

/**
 * Says `product(s, lane, quads, x, y, h, theta)`, stage s: x, y and h are where the block's rows begin, of what would be
 * unit 0, in what is multiplied, in what comes of it and in what f gave; `theta` is where θ begins. A NaN stays one.
 */
export function productText(stages: readonly Stage[]): string {
  const rows = stages.map(({ from, terms, matrix, down, across, to, columns, end }) =>
    struct("Stage", [from, terms, matrix, down, across, to, columns, ENDS[end]]),
  );
  return wgsl`
struct Stage { unit: u32, terms: u32, matrix: u32, down: u32, across: u32, to: u32, columns: u32, end: u32 }
fn ended(end: u32, z: vec4f, at: u32) -> vec4f {${endings(stages)}
  return z;
}
fn product(s: u32, lane: u32, quads: u32, x: u32, y: u32, h: u32, theta: u32) {
  ${table("Stage", rows)}
  let stage = table[s];
  let groups = (stage.columns + ${WIDTH - 1}u) / ${WIDTH}u;
  for (var column = lane; column < groups; column += ${LANES}u) {
    ${eachPair(QUADS, WIDTH, (q, c) => `var z${q}${c} = vec4f();`)}
    ${each(WIDTH, (c) => `let c${c} = min(column + ${c}u * groups, stage.columns - 1u);`)}
    ${each(WIDTH, (c) => `var at${c} = theta + stage.matrix + c${c} * stage.across;`)}
    var next = x + stage.unit * quads;
    for (var k = 0u; k < stage.terms; k++) {
      ${each(QUADS, (q) => `let x${q} = units[next + ${q}u];`)}
      ${each(WIDTH, (c) => `let w${c} = state[at${c}];`)}
      ${eachPair(QUADS, WIDTH, (q, c) => `z${q}${c} += x${q} * w${c};`)}
      next += quads;
      ${each(WIDTH, (c) => `at${c} += stage.down;`)}
    }
    ${each(WIDTH, (c) => `let to${c} = (stage.to + c${c}) * quads;`)}
    ${eachPair(
      QUADS,
      WIDTH,
      (q, c) => `units[y + to${c} + ${q}u] = ended(stage.end, z${q}${c}, h + to${c} + ${q}u);`,
    )}
  }
}`;
}

/** Of the ends that some stage has: a shorter text is compiled faster. */
function endings(stages: readonly Stage[]): string {
  const texts = {
    relu: "return select(z, vec4f(), z < vec4f());",
    tanh: `let e = exp(-2.0 * abs(z)); // the built-in tanh overflows on some devices
    let t = (1.0 - e) / (1.0 + e);
    return select(t, -t, z < vec4f());`,
    reluSlope: "return select(vec4f(), z, units[at] > vec4f());",
    tanhSlope: "return z * (1.0 - units[at] * units[at]);",
  };
  return (["relu", "tanh", "reluSlope", "tanhSlope"] as const)
    .filter((name) => stages.some(({ end }) => end === name))
    .map((name) => `\n  if (end == ${ENDS[name]}u) {\n    ${texts[name]}\n  }`)
    .join("");
}

/** All stages, each after all invocations are done with the last; `places` as `product` takes them after `quads`. */
export function inTurn(stages: readonly Stage[], places: string): string {
  return wgsl`for (var s = 0u; s < ${stages.length}u; s++) {
    product(s, lane, quads, ${places});
    storageBarrier();
  }`;
}

/** What sets the units that are always 1, the block's rows beginning at `base`. */
export function ones(units: readonly number[]): string {
  return `if (lane < ${QUADS}u) {
    ${each(units.length, (i) => `units[base + ${units[i]}u * quads + lane] = vec4f(1.0);`)}
  }`;
}
