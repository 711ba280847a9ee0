import type { Dimension } from "../../../core/env";
import type { NetworkExplanation } from "../../../core/network-run";
import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { fill } from "../../../messages/section";
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
    return rows > 0 ? fill(words.firstRows, { count: rows }) : "";
  }
  const numbers = dimensions.flatMap(({ symbol }, i) => {
    const value = record[`next${i}`];
    return value === undefined ? [] : [`${plainTex(symbol)} ${formatFixed(value, 2)}`];
  });
  return fill(record.terminated ? words.ledToEnd : words.ledTo, { numbers: numbers.join(", ") });
}
