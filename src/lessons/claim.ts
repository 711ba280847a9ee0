import { crc32 } from "../core/crc32";
import { fail, ok, type Result } from "../core/result";
import type { Challenge, Measured } from "./challenge";

/** What a hand-in link says was measured. */
export interface Claim {
  readonly answer: "setting" | "impossible";
  readonly seeds: readonly number[];
  /** One list for each seed; for “impossible” one in all. */
  readonly values: readonly Measured[];
}

/** Where a claim belongs: it holds for no other challenge and no other scenario. */
export interface ClaimPlace {
  readonly lesson: string;
  readonly challenge: string;
  /** What follows the # of the link. */
  readonly fragment: string;
}

/** Longer than any claim that is made here. */
const LONGEST = 2000;
const NUMBER = /^-?\d{1,12}(\.\d{1,12})?(e[+-]?\d{1,2})?$/;

/**
 * `<answer>~<seeds>~<numbers of a seed>~…~<check>`, numbers in a list parted by “_”. The check is a CRC-32 over all that the
 * link says, so that an edited one is found before anything is run. Anybody could compute it: the truth is the new run.
 */
export function encodeClaim({ answer, seeds, values }: Claim, place: ClaimPlace): string {
  const text = [answer, seeds, ...values].map((part) => (typeof part === "string" ? part : part.join("_")));
  const body = text.join("~");
  return `${body}~${checkOf(body, place)}`;
}

/** Reads a claim from an address; `isIntact` says whether its check fits. Never throws. */
export function decodeClaim(text: string, place: ClaimPlace): Result<{ claim: Claim; isIntact: boolean }> {
  const parts = text.length <= LONGEST ? text.split("~") : [];
  const [answer, seeds, ...rest] = parts;
  const check = rest.pop();
  const numbers = [seeds ?? "", ...rest].map(numbersIn);
  const [read, ...values] = numbers.filter((list) => list !== null);
  const isWhole = check !== undefined && rest.length > 0 && values.length === rest.length;
  if ((answer !== "setting" && answer !== "impossible") || !isWhole) {
    return fail("This hand-in link was cut off or damaged on its way. Ask for it again, whole.");
  }
  const body = parts.slice(0, -1).join("~");
  return ok({ claim: { answer, seeds: read, values }, isIntact: checkOf(body, place) === check });
}

/** Whether what was measured is what was claimed, as near as the challenge asks for. */
export function agrees(
  { tolerance }: Challenge,
  claimed: readonly Measured[],
  measured: readonly Measured[],
): boolean {
  const isNear = (a: Measured, b: Measured | undefined) =>
    a.length === b?.length && a.every((value, i) => Math.abs(value - b[i]) <= tolerance);
  return claimed.length === measured.length && claimed.every((list, i) => isNear(list, measured[i]));
}

function checkOf(body: string, { lesson, challenge, fragment }: ClaimPlace): string {
  return crc32(new TextEncoder().encode([lesson, challenge, body, fragment].join("\n")));
}

function numbersIn(list: string): number[] | null {
  const parts = list.split("_");
  return parts.every((part) => NUMBER.test(part)) ? parts.map(Number) : null;
}
