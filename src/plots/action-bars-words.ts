import { actionBars as words } from "../messages/action-bars";
import { plots } from "../messages/plots";
import { fill } from "../messages/section";
import { bestOf } from "./action-bars-scale";
import { formatFixed } from "./number";

export interface ActionBarsOptions {
  /** What the bars are of, such as “Q(s, ·)”. */
  title: string;
  actions: readonly string[];
  /** Probabilities have the domain from 0 to 1; action values one that follows them in steps. */
  kind: "values" | "probabilities";
}

/** “Q(s, ·): left 21.30, right 22.15. Best: right.” */
export function describeBars({ title, actions, kind }: ActionBarsOptions, values: readonly number[]): string {
  const best = bestOf(values);
  if (best < 0) return fill(plots.nothingOf, { title });
  const each = values.map((value, i) => `${actions[i]} ${valueText(value, kind)}`);
  const text = kind === "values" ? words.best : words.mostProbable;
  return fill(text, { title, values: each.join(", "), action: actions[best] });
}

/** “ahead by 2.63”: how much better the best action is than the next. */
export function leadText(values: readonly number[]): string {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => b - a);
  if (sorted.length < 2) return "";
  return fill(words.lead, { value: valueText(sorted[0] - sorted[1], "values") });
}

/** A steady number of decimals, so that the digits do not jump. */
export function valueText(value: number, kind: ActionBarsOptions["kind"]): string {
  return formatFixed(value, kind === "probabilities" ? 3 : 2);
}
