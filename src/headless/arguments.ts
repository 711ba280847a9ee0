import { fail, ok, type Result } from "../core/result";
import type { Stop } from "../core/scenario";

/** What the command line asks for. */
export interface Arguments {
  /** A file, a link or a preset's id; null with `--list` and `--help`. */
  source: string | null;
  list: boolean;
  help: boolean;
  json: boolean;
  stop?: Stop;
  seed?: number;
}

export const USAGE =
  "usage: npm run -s headless -- <scenario.json | link | preset id> " +
  "[--ticks N | --sweeps N | --episodes N | --until-converged] [--seed S] [--json], or --list";

const COUNTS: Record<string, "ticks" | "sweeps" | "episodes"> = {
  "--ticks": "ticks",
  "--sweeps": "sweeps",
  "--episodes": "episodes",
};

/** Reads the command line; the error is one line for stderr. */
export function readArguments(words: readonly string[]): Result<Arguments> {
  const read: Arguments = { source: null, list: false, help: false, json: false };
  const queue = [...words];
  for (let word; (word = queue.shift()) !== undefined;) {
    if (word === "--list") read.list = true;
    else if (word === "--help") read.help = true;
    else if (word === "--json") read.json = true;
    else if (word === "--until-converged" || Object.hasOwn(COUNTS, word)) {
      if (read.stop)
        return fail(`Only one of ${Object.keys(COUNTS).join(", ")} and --until-converged can be given.`);
      if (word === "--until-converged") {
        read.stop = { converged: true };
        continue;
      }
      const count = wholeNumber(queue.shift(), 1, 1e9);
      if (count === null) return fail(`${word} needs a whole number from 1 to 1000000000.`);
      read.stop = { [COUNTS[word]]: count };
    } else if (word === "--seed") {
      const seed = wholeNumber(queue.shift(), 0, 2 ** 32 - 1);
      if (seed === null) return fail("--seed needs a whole number from 0 to 4294967295.");
      read.seed = seed;
    } else if (word.startsWith("--")) return fail(`There is no option ${word}; ${USAGE}`);
    else if (read.source !== null) return fail(`Only one scenario can be given, not also “${word}”.`);
    else read.source = word;
  }
  return read.source === null && !read.list && !read.help ? fail(USAGE) : ok(read);
}

function wholeNumber(word: string | undefined, min: number, max: number): number | null {
  if (word === undefined || !/^\d+$/.test(word)) return null;
  const value = Number(word);
  return value >= min && value <= max ? value : null;
}
