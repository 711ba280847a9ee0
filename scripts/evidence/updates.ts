import type { Recording } from "../../bench/report";
import { short } from "./numbers";
import { table } from "./table";

const PLACES = ["wasm", "cpu", "webgpu, software adapter", "PyTorch"];
const ATTENTION = [
  "RAM, small preset: 4 glimpses, batch 64",
  "RAM of the paper, 28×28: 6 glimpses, batch 128",
];
const UPDATED = [
  "double DQN 4-64-64-2, batch 64",
  "double DQN 4-128-128-2, batch 256",
  "REINFORCE 4-64-2 tanh, 3,072 steps",
  ...ATTENTION,
];
const SMALL = "glimpse-small in the page, wasm, median of 3 seeds";

/** The record of the bench for updates of networks, on each backend and in PyTorch in the same run. */
export function updatesTable({ figures = {} }: Partial<Recording>): string {
  const row = (name: string, unit: string, what: string) => [
    `${name}: ${unit}`,
    ...PLACES.map((place) => short(figures[`${name}: ${what}, ${place}`])),
  ];
  return table(
    ["in Node", "WebAssembly", "plain JavaScript", "WebGPU, software adapter", "PyTorch, one thread"],
    [
      ...UPDATED.map((name) => row(name, "ms an update", "one update")),
      ...ATTENTION.map((name) => row(name, "images/s", "learned from")),
    ],
  );
}

const RUNS = ["DQN preset", "DQN, 16 environments", "REINFORCE preset", "actor-critic preset"];

/** The same record for our own kernels on WebGPU: dispatches, how long tfjs's operations take, and what whole runs read. */
export function gpuTable({ figures = {} }: Partial<Recording>): string {
  const said = (name: string) => (figures[name] === undefined ? "–" : short(figures[name]));
  return table(
    ["on WebGPU", "dispatches an update", "tfjs’ time ÷ ours", "dispatches a step", "read-backs a step"],
    [
      ...UPDATED.map((name) => [
        name,
        said(`${name}: webgpu`),
        said(`${name}: tfjs’ time ÷ ours, webgpu`),
        "–",
        "–",
      ]),
      ...RUNS.map((name) => [
        name,
        "–",
        "–",
        said(`${name}: dispatches a step, webgpu`),
        said(`${name}: read-backs a step, webgpu`),
      ]),
    ],
  );
}

/** How long the small preset of the glimpse lab takes in the page, in a sentence. */
export function smallGlimpseSentence({ figures = {} }: Partial<Recording>): string {
  const seconds = (what: string) => short(figures[`${SMALL}: ${what}`]);
  return `In the page on WebAssembly \`glimpse-small\` comes to 90 % of held-out digits ${seconds("until 90 % of held-out digits are right")} s after its link was opened, and its curve is drawn after ${seconds("until the curve is drawn")} s (medians of 3 seeds).`;
}
