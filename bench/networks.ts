import { linesOf } from "./peer-lines";
import type { Figure } from "./report";

/** Seconds for each figure, half of it for the time of updates. */
const SECONDS = 2;

/** What both programs print of a network, a JSON line each or, of all on a backend, one. */
interface Row {
  title: string;
  updateMs: { median: number };
  imagesPerSecond?: number;
  /** Of an update and the reading after it. */
  dispatches?: number;
}

interface Line {
  name?: string;
  figures?: Row[];
  /** On WebGPU: some of them by operations of tfjs, and the work of runs for each environment step. */
  eager?: Row[];
  perStep?: { title: string; dispatches: number; readBacks: number }[];
}

/**
 * One update of every network of network.ts, on each backend in Node and, where the system's Python has it, in
 * PyTorch on one thread, in the same run.
 */
export function measureNetworks(): Figure[] {
  const here = (file: string) => new URL(file, import.meta.url).pathname;
  const tsx = here("../node_modules/tsx/dist/cli.mjs");
  const ours = linesOf(process.execPath, [tsx, here("network.ts"), String(SECONDS), "--software"]) as Line[];
  const peers = linesOf("/usr/bin/python3", [here("peers/torch_updates.py"), String(SECONDS)], {
    OPENBLAS_NUM_THREADS: "1",
  }) as Row[];
  const nameOf = (name?: string) => (name === "webgpu" ? "webgpu, software adapter" : `${name}`);
  return [
    ...ours.flatMap(({ name, figures = [] }) => figures.flatMap((row) => timesOf(row, nameOf(name)))),
    ...peers.flatMap((row) => timesOf(row, "PyTorch")),
    ...ours.flatMap(workOnGpu),
  ];
}

function timesOf({ title, updateMs, imagesPerSecond }: Row, on: string): Figure[] {
  const update: Figure = {
    name: `${title}: one update, ${on}`,
    value: updateMs.median,
    unit: "ms",
    better: "less",
  };
  if (!imagesPerSecond) return [update];
  const name = `${title}: learned from, ${on}`;
  return [update, { name, value: imagesPerSecond, unit: "images/s", better: "more" }];
}

/** How many dispatches an update is on WebGPU, how much faster than by operations of tfjs, and the work of whole runs. */
function workOnGpu({ figures = [], eager = [], perStep = [] }: Line): Figure[] {
  const updates =
    eager.length === 0
      ? []
      : figures.flatMap((ours): Figure[] => {
          const dispatches: Figure = {
            name: `${ours.title}: webgpu`,
            value: ours.dispatches ?? NaN,
            unit: "dispatches",
            better: "less",
            aim: 10,
          };
          const theirs = eager.find(({ title }) => title === ours.title);
          if (!theirs) return [dispatches];
          const name = `${ours.title}: tfjs’ time ÷ ours, webgpu`;
          const value = theirs.updateMs.median / ours.updateMs.median;
          return [{ name, value, unit: "", better: "more", aim: 10 }, dispatches];
        });
  const steps = perStep.flatMap(({ title, dispatches, readBacks }): Figure[] => [
    { name: `${title}: dispatches a step, webgpu`, value: dispatches, unit: "", better: "less" },
    { name: `${title}: read-backs a step, webgpu`, value: readBacks, unit: "", better: "less", aim: 1 / 16 },
  ]);
  return [...updates, ...steps];
}
