import { glimpseTest as words } from "../../../messages/glimpse-test";
import { fill } from "../../../messages/section";
import type { ShippedTest } from "../../../scenario/evidence/shipped";
import { formatCount } from "../../../plots/plot-text";
import { errorText, intervalText } from "./words";

/** A term of the card of shipped weights, and what it says of it. */
export interface Fact {
  readonly term: string;
  readonly says: string;
  /** To be typed into a terminal, letter by letter. */
  readonly isCode?: true;
}

/**
 * How shipped weights came about and what they are worth: what their file says of them, by the names that
 * scripts/glimpse/export.py gives, and what was measured. What is not said is left out.
 */
export function factsOf(card: Readonly<Record<string, string>>, test: ShippedTest | undefined): Fact[] {
  const { data, begunWith, seed, testErrorInPyTorch, date, command } = card;
  const said: readonly (Fact | undefined | "")[] = [
    data && { term: words.data, says: data },
    trainingOf(card),
    begunWith && { term: words.begunWith, says: begunWith },
    seed && { term: words.seed, says: seed },
    test && { term: words.testError, says: measuredText(test) },
    testErrorInPyTorch && {
      term: words.testErrorInPyTorch,
      says: fill(words.percent, { percent: testErrorInPyTorch }),
    },
    date && { term: words.date, says: date },
    command && { term: words.command, says: command, isCode: true },
  ];
  return said.filter((fact) => fact !== undefined && fact !== "");
}

function trainingOf({ updates, epochs }: Readonly<Record<string, string>>): Fact | undefined {
  if (!updates && !epochs) return undefined;
  const text = !epochs ? words.updates : !updates ? words.epochs : words.updatesInEpochs;
  const says = fill(text, { updates: countOf(updates ?? ""), epochs: countOf(epochs ?? "") });
  return { term: words.training, says };
}

/** A count as the page writes it; whatever else stands in the file as it stands there. */
function countOf(text: string): string {
  return /^\d{1,12}$/.test(text) ? formatCount(Number(text)) : text;
}

function measuredText({ wrong, count, glimpses, backend, date }: ShippedTest): string {
  const error = errorText({ wrong, count });
  const interval = intervalText({ wrong, count });
  return fill(words.measured, { error, interval, glimpses, backend, date });
}
