import { algoSpec } from "../../algos";
import type { Scenario } from "../../core/scenario";
import { tickUnit } from "../../core/tick-unit";
import { fill } from "../../messages/section";
import { works as words } from "../../messages/works";
import { parseScenario } from "../../scenario/parse";
import { count } from "../controls/clock-text";
import { titleOf } from "../preset-of";
import type { Work } from "./works";

/** What a stored work is called, and how far it has come; of one that cannot be read only a name. */
export function wordsOf({ scenario }: Work): { title: string; where?: string } {
  const parsed = parseScenario(scenario);
  if (!parsed.ok) return { title: words.unnamed };
  return { title: titleOf(parsed.value) ?? words.unnamed, where: whereabouts(parsed.value) };
}

/** When a work was last changed, in the reader's own way of writing it. */
export function savedAt({ saved }: Work): string {
  return new Date(saved).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** “DQN, after 5,028 steps”: what runs, and where it stands. */
function whereabouts({ algo, view }: Scenario): string {
  const spec = algoSpec(algo.id);
  const algorithm = spec?.title ?? algo.id;
  const tick = view?.at?.tick ?? 0;
  if (tick === 0) return fill(words.atStart, { algorithm });
  return fill(words.after, { algorithm, count: count(tick, tickUnit(spec, algo.params).one) });
}
