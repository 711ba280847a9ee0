import type { Dimension } from "../../../core/env";
import type { NetworkExplanation } from "../../../core/network-run";
import { formatFixed } from "../../../plots/number";
import { plainTex } from "../../../plots/plot-text";

/**
 * Where a transition of the minibatch led, in a sentence. The numbers are those of the explanation, which the
 * equation panel shows: `next0`, `next1` … of the row.
 */
export function nextStateText(
  explanation: NetworkExplanation | null,
  row: number,
  dimensions: readonly Dimension[],
): string {
  const record = explanation?.rows[row];
  if (!record) {
    const rows = explanation?.rows.length ?? 0;
    return rows > 0 ? `The equation panel has the first ${rows} transitions of the minibatch.` : "";
  }
  const numbers = dimensions.flatMap(({ symbol }, i) => {
    const value = record[`next${i}`];
    return value === undefined ? [] : [`${plainTex(symbol)} ${formatFixed(value, 2)}`];
  });
  const end = record.terminated ? ", where the episode ended" : "";
  return `It led to s′: ${numbers.join(", ")}${end}. The equation panel computes with these numbers.`;
}
