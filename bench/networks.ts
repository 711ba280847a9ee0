import { spawnSync } from "node:child_process";
import type { Figure } from "./report";

/** Seconds for each figure, half of it for the time of updates. */
const SECONDS = 2;

/** What both programs print of a network, a JSON line each. */
interface Row {
  title: string;
  updateMs: { median: number };
  imagesPerSecond?: number;
}

/**
 * One update of every network of network.ts, on each backend in Node and, where the system's Python has it, in
 * PyTorch on one thread, in the same run.
 */
export function measureNetworks(): Figure[] {
  const here = (file: string) => new URL(file, import.meta.url).pathname;
  const tsx = here("../node_modules/tsx/dist/cli.mjs");
  const ours = linesOf(process.execPath, [tsx, here("network.ts"), String(SECONDS), "--software"]).flatMap(
    (line): (Row & { on: string })[] => {
      const { name, figures = [] } = line as { name?: string; figures?: Row[] };
      return figures.map((row) => ({
        ...row,
        on: name === "webgpu" ? "webgpu, software adapter" : `${name}`,
      }));
    },
  );
  const peers = linesOf("/usr/bin/python3", [here("peers/torch_updates.py"), String(SECONDS)], {
    OPENBLAS_NUM_THREADS: "1",
  }) as Row[];
  return [...ours, ...peers.map((row) => ({ ...row, on: "PyTorch" }))].flatMap((row) => {
    const update: Figure = {
      name: `${row.title}: one update, ${row.on}`,
      value: row.updateMs.median,
      unit: "ms",
      better: "less",
    };
    const { imagesPerSecond } = row;
    if (!imagesPerSecond) return [update];
    const name = `${row.title}: learned from, ${row.on}`;
    return [update, { name, value: imagesPerSecond, unit: "images/s", better: "more" }];
  });
}

/** What a program prints, line by line as JSON; nothing if it fails, as Python does where it has no PyTorch. */
function linesOf(program: string, given: string[], more: Record<string, string> = {}): unknown[] {
  const { stdout, status } = spawnSync(program, given, {
    encoding: "utf8",
    env: { ...process.env, ...more },
  });
  if (status !== 0) return [];
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}
