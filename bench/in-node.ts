import { spawnSync } from "node:child_process";
import { algoSpecs } from "../src/algos";
import type { Figure } from "./report";

/*
 * The benchmarks of the algorithms alone. Each runs in a process of its own: compilers make other code for the loop
 * that steps a run once they have seen several algorithms in it.
 */

/** Steps of every learner with all their updates. */
export function measureLearners(): Figure[] {
  const learners = Object.values(algoSpecs).filter(
    (spec) => spec.family === "learning" && !("network" in spec),
  );
  return learners.flatMap(({ id }) =>
    figuresOf("learning.ts", [id], /^(?<what>.+?) +(?<value>[\d.]+) \(median/, 1e6, "steps"),
  );
}

/** Sweeps over the largest map. */
export function measurePlanning(): Figure[] {
  return figuresOf("planning.ts", [], /^(?<what>noise.*?) +[\d.]+ +(?<value>\d+)$/, 1, "sweeps");
}

/** The rows that a benchmark prints, for a second of processor time. */
function figuresOf(file: string, given: string[], row: RegExp, factor: number, counts: string): Figure[] {
  const tsx = new URL("../node_modules/tsx/dist/cli.mjs", import.meta.url).pathname;
  const script = new URL(file, import.meta.url).pathname;
  const { stdout } = spawnSync(process.execPath, [tsx, script, ...given], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line): Figure[] => {
    const { what, value } = row.exec(line)?.groups ?? {};
    if (!what) return [];
    const name = `in Node: ${what.replace(/ {2,}/, ", ")}`;
    return [{ name, value: Number(value) * factor, unit: `${counts}/processor s`, better: "more" }];
  });
}
