import { fail, ok, type Result } from "../core/result";
import type { Stop } from "../core/scenario";
import type { BackendName } from "../engine/protocol";

/** What the command line asks for. */
export interface Arguments {
  /** A file, a link or a preset's id; null with `--list` and `--help`. */
  source: string | null;
  list: boolean;
  help: boolean;
  /** One JSON object for each seed, on a line of its own. */
  json: boolean;
  stop?: Stop;
  /** The seeds to run with, one after the other; none: the scenario's own. */
  seeds: number[];
  backend?: BackendName;
  /** The file to write the weights to that a run ends with. */
  weights?: string;
  /** Test the network on all held-out images at the end; without a count, as it is at the start. */
  evaluate: boolean;
}

export const USAGE =
  "usage: npm run -s headless -- <scenario.json | link | preset id> " +
  "[--ticks N | --sweeps N | --episodes N | --until-converged] [--until-solved] [--seed S | --seeds A..B] " +
  "[--backend wasm|cpu] [--evaluate] [--save-weights FILE] [--json], or --list";

const MOST_SEEDS = 10_000;

const COUNTS: Record<string, "ticks" | "sweeps" | "episodes"> = {
  "--ticks": "ticks",
  "--sweeps": "sweeps",
  "--episodes": "episodes",
};

/** Reads the command line; the error is one line for stderr. */
export function readArguments(words: readonly string[]): Result<Arguments> {
  const read: Arguments = { source: null, list: false, help: false, json: false, seeds: [], evaluate: false };
  const queue = [...words];
  for (let word; (word = queue.shift()) !== undefined;) {
    if (word === "--list") read.list = true;
    else if (word === "--help") read.help = true;
    else if (word === "--json") read.json = true;
    else if (word === "--evaluate") read.evaluate = true;
    else if (word === "--until-solved") read.stop = { ...read.stop, solved: true };
    else if (word === "--until-converged" || Object.hasOwn(COUNTS, word)) {
      if (Object.keys(read.stop ?? {}).some((key) => key !== "solved"))
        return fail(`Only one of ${Object.keys(COUNTS).join(", ")} and --until-converged can be given.`);
      if (word === "--until-converged") {
        read.stop = { ...read.stop, converged: true };
        continue;
      }
      const count = wholeNumber(queue.shift(), 1, 1e9);
      if (count === null) return fail(`${word} needs a whole number from 1 to 1000000000.`);
      read.stop = { ...read.stop, [COUNTS[word]]: count };
    } else if (word === "--seed") {
      const seed = wholeNumber(queue.shift(), 0, 2 ** 32 - 1);
      if (seed === null) return fail("--seed needs a whole number from 0 to 4294967295.");
      read.seeds = [seed];
    } else if (word === "--seeds") {
      const seeds = seedRange(queue.shift());
      if (!seeds) return fail(`--seeds needs a range such as 1..20, of at most ${MOST_SEEDS} seeds.`);
      read.seeds = seeds;
      read.json = true; // a line each
    } else if (word === "--backend") {
      const backend = queue.shift();
      if (backend !== "wasm" && backend !== "cpu") {
        return fail("--backend needs wasm or cpu: in Node there is no WebGPU.");
      }
      read.backend = backend;
    } else if (word === "--save-weights") {
      const file = queue.shift();
      if (file === undefined || file.startsWith("--"))
        return fail("--save-weights needs the name of a file.");
      read.weights = file;
    } else if (word.startsWith("--")) return fail(`There is no option ${word}; ${USAGE}`);
    else if (read.source !== null) return fail(`Only one scenario can be given, not also “${word}”.`);
    else read.source = word;
  }
  if (words.includes("--seed") && words.includes("--seeds")) {
    return fail("Only one of --seed and --seeds can be given.");
  }
  if (read.weights !== undefined && words.includes("--seeds")) {
    return fail("One file holds the weights of one run: give --save-weights with --seed, not with --seeds.");
  }
  return read.source === null && !read.list && !read.help ? fail(USAGE) : ok(read);
}

function seedRange(word: string | undefined): number[] | null {
  const [from, to, ...rest] = (word ?? "").split("..").map((end) => wholeNumber(end, 0, 2 ** 32 - 1));
  if (rest.length > 0 || from === null || to === null || to === undefined) return null;
  if (to < from || to - from >= MOST_SEEDS) return null;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function wholeNumber(word: string | undefined, min: number, max: number): number | null {
  if (word === undefined || !/^\d+$/.test(word)) return null;
  const value = Number(word);
  return value >= min && value <= max ? value : null;
}
