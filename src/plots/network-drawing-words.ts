import type { NetworkPicture } from "../core/sight";
import { networkDrawing as words } from "../messages/network-drawing";
import { fill } from "../messages/section";
import { bestOf } from "./action-bars-scale";
import { edgesKept, weightOffsets } from "./network-drawing-edges";
import { headingOf, ordinal, strideOf } from "./network-drawing-layout";
import { formatFixed, formatNumber } from "./number";
import type { PlotTable } from "./plot-frame";
import { plainTex } from "./plot-text";

/** A number beside a unit, with steady decimals. */
export function unitText(value: number | undefined): string {
  if (value === undefined) return "";
  return formatFixed(value, Math.abs(value) < 9.995 ? 2 : 1);
}

/** What the drawing leaves out, in sentences; empty when it shows everything. */
export function omissions(sizes: readonly number[]): string {
  const strides = sizes.flatMap((units, l) =>
    strideOf(units) > 1
      ? [fill(words.everyDrawn, { layer: l + 1, nth: ordinal(strideOf(units)), count: units })]
      : [],
  );
  const weakest = edgesKept(sizes).flatMap((count, l) =>
    count === null ? [] : [fill(words.strongestDrawn, { from: l + 1, to: l + 2, count })],
  );
  return [...strides, ...weakest].join(" ");
}

/** Index of the largest output; −1 where there is only one. */
export function bestOutput({ activations, sizes }: NetworkPicture): number {
  const outputs = activations[sizes.length - 1] ?? [];
  return outputs.length > 1 ? bestOf(outputs) : -1;
}

/** The network in words: its layers, inputs, outputs and strongest weight. */
export function describeNetwork(picture: NetworkPicture): string {
  const { title, sizes, inputs, outputs, activations } = picture;
  const layers = sizes.map((_, l) => headingOf(sizes, l)[0]).join(", ");
  const list = (names: readonly string[], values: ArrayLike<number> | undefined) =>
    names.map((name, i) => `${plainTex(name)} ${unitText(values?.[i])}`.trim()).join(", ");
  const best = bestOutput(picture);
  const parts = [
    fill(words.layers, { title, layers }),
    inputs.length > 0 ? fill(words.inputs, { values: list(inputs, activations[0]) }) : "",
    outputs.length > 0 ? fill(words.outputs, { values: list(outputs, activations[sizes.length - 1]) }) : "",
    best >= 0 ? fill(words.largest, { name: plainTex(outputs[best] ?? String(best + 1)) }) : "",
    fill(words.strongest, { weight: formatNumber(strongestWeight(picture)) }),
    omissions(sizes),
  ];
  return parts.filter(Boolean).join(" ");
}

/** All units with their activations, and the strongest weight into each. */
export function networkTable({ sizes, inputs, outputs, weights, activations }: NetworkPicture): PlotTable {
  const offsets = weightOffsets(sizes);
  const rows = sizes.flatMap((units, l) =>
    Array.from({ length: units }, (_, unit) => {
      const names = l === 0 ? inputs : l === sizes.length - 1 ? outputs : [];
      return [
        l + 1,
        plainTex(names[unit] ?? String(unit + 1)),
        activations[l]?.[unit] ?? null,
        l === 0 ? null : strongestInto(weights, offsets[l - 1], sizes[l - 1], units, unit),
      ];
    }),
  );
  return { columns: [words.layer, words.unit, words.activation, words.strongestInto], rows };
}

function strongestWeight({ sizes, weights }: NetworkPicture): number {
  let strongest = 0;
  for (const [l, offset] of weightOffsets(sizes).entries()) {
    for (let i = 0; i < sizes[l] * sizes[l + 1]; i++) {
      const w = weights[offset + i];
      if (Math.abs(w) > Math.abs(strongest)) strongest = w;
    }
  }
  return strongest;
}

function strongestInto(
  weights: ArrayLike<number>,
  offset: number,
  from: number,
  to: number,
  unit: number,
): number {
  let strongest = 0;
  for (let input = 0; input < from; input++) {
    const w = weights[offset + input * to + unit];
    if (Math.abs(w) > Math.abs(strongest)) strongest = w;
  }
  return strongest;
}
