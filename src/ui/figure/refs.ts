import { equation as words } from "../../messages/equation";
import { fill } from "../../messages/section";

/** An entry of the table that a number in an equation came from: V(s), or Q(s, a) where there is an action. */
export interface Ref {
  state: number;
  action?: number;
}

/** A marked number of an equation: its reference as written, what it points at, and its text. */
export interface MarkedNumber extends Ref {
  ref: string;
  text: string;
}

/** Reads "s12" or "s12a1"; null for anything else. */
export function parseRef(ref: string): Ref | null {
  const match = /^s(\d{1,9})(?:a(\d{1,3}))?$/.exec(ref);
  if (!match) return null;
  const state = Number(match[1]);
  return match[2] === undefined ? { state } : { state, action: Number(match[2]) };
}

/** The marked numbers of equation lines in reading order, as `\htmlData{ref=…}{…}` wrote them. */
export function markedNumbers(lines: readonly string[]): MarkedNumber[] {
  return lines.flatMap((line) =>
    Array.from(line.matchAll(/\\htmlData\{ref=([^}]*)\}\{/g), (match): MarkedNumber | null => {
      const ref = parseRef(match[1]);
      const text = plain(group(line, match.index + match[0].length));
      return ref && { ...ref, ref: match[1], text };
    }).filter((marked) => marked !== null),
  );
}

/** The text from `from` to the brace that closes the group there. */
function group(tex: string, from: number): string {
  let depth = 1;
  let end = from;
  while (end < tex.length && depth > 0) {
    if (tex[end] === "{") depth++;
    if (tex[end] === "}") depth--;
    end++;
  }
  return tex.slice(from, end - 1);
}

/** A number's TeX as a screen reader should hear it. */
function plain(tex: string): string {
  return tex
    .replace(/([\d.]+)\\cdot 10\^\{(-?\d+)\}/g, (_, digits: string, exponent: string) =>
      fill(words.power, { digits, exponent }),
    )
    .replace(/\\infty/g, words.infinity)
    .replace(/\\[a-z]+/g, "")
    .replace(/[{}()]/g, "")
    .replaceAll("-", "−")
    .trim();
}
