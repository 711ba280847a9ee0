import { presetById, presetScenario } from "../src/scenario/presets";
import { runToEnd } from "../src/headless/run";
import { linesOf } from "./peer-lines";
import { median, type Figure } from "./report";

const SEEDS = 10;

/** Presets that stop when a test is passed, and the most seconds that the median run may take. */
const PRESETS = [
  { id: "cart-pole-dqn", aim: 7 },
  { id: "cart-pole-dqn-16", aim: 7 },
  { id: "cart-pole-reinforce-baseline", aim: 1.5 },
  { id: "cart-pole-actor-critic", aim: 1.5 },
];

interface PeerRun {
  what: string;
  solvedAtStep: number | null;
  wallSeconds: number;
}

/** Cart-pole until solved, tests included: the presets on the fallback in Node, and PyTorch in the same run. */
export async function measureSolving(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { id, aim } of PRESETS) {
    const preset = presetById(id);
    if (!preset) throw new Error(`There is no preset called ${id}.`);
    const seconds: number[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { frame, wallSeconds } = await runToEnd({ ...presetScenario(preset), seed }, { forced: "wasm" });
      if (frame.network?.solvedAt) seconds.push(wallSeconds);
    }
    figures.push(...solved(`${id}, wasm`, seconds, aim));
  }
  const script = new URL("peers/torch_cart_pole.py", import.meta.url).pathname;
  const given = [script, "--seeds", `1..${SEEDS}`];
  const runs = linesOf("/usr/bin/python3", given, { OPENBLAS_NUM_THREADS: "1" }) as PeerRun[];
  for (const what of new Set(runs.map((run) => run.what))) {
    const passed = runs.filter((run) => run.what === what && run.solvedAtStep !== null);
    const seconds = passed.map(({ wallSeconds }) => wallSeconds);
    figures.push(...solved(`${what}, PyTorch`, seconds));
  }
  return figures;
}

function solved(name: string, seconds: number[], aim?: number): Figure[] {
  return [
    {
      name: `${name}: until solved, median`,
      value: median(seconds),
      unit: "s",
      better: "less",
      ...(aim !== undefined && { aim }),
    },
    { name: `${name}: solved of ${SEEDS} seeds`, value: seconds.length, unit: "", better: "more" },
  ];
}
