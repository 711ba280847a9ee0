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
    data && { term: "Trained on", says: data },
    trainingOf(card),
    begunWith && { term: "Went on from", says: begunWith },
    seed && { term: "Seed", says: seed },
    test && { term: "Test error", says: measuredText(test) },
    testErrorInPyTorch && { term: "Test error in PyTorch", says: `${testErrorInPyTorch} %` },
    date && { term: "Date of the file", says: date },
    command && { term: "Made by", says: command, isCode: true },
  ];
  return said.filter((fact) => fact !== undefined && fact !== "");
}

function trainingOf({ updates, epochs }: Readonly<Record<string, string>>): Fact | undefined {
  const parts = [
    ...(updates ? [`${countOf(updates)} updates`] : []),
    ...(epochs ? [`${countOf(epochs)} epochs (times through the digits)`] : []),
  ];
  return parts.length === 0 ? undefined : { term: "Training", says: parts.join(" in ") };
}

/** A count as the page writes it; whatever else stands in the file as it stands there. */
function countOf(text: string): string {
  return /^\d{1,12}$/.test(text) ? formatCount(Number(text)) : text;
}

function measuredText({ wrong, count, glimpses, backend, date }: ShippedTest): string {
  const error = `${errorText({ wrong, count })} (${intervalText({ wrong, count })})`;
  return `${error}; ${glimpses} glimpses, each held-out digit looked at once (M = 1), nothing averaged. Measured in this program (${backend}, ${date}).`;
}
