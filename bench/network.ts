import { openBackend, reportOf } from "../src/nn/backend";
import { CASES, EAGER_CASES } from "../src/nn/benchmark/cases";
import { actingCost, round, updateCost, type UpdateCost } from "../src/nn/benchmark/measure";
import type { BackendName } from "../src/nn/open";
import { dawn } from "./dawn";
import { workPerStep } from "./network-steps";

/*
 * What one update of a network costs on each backend, in Node, and one action. Prints one JSON line per backend.
 *
 *   node node_modules/tsx/dist/cli.mjs bench/network.ts [seconds per figure, 3] [--software]
 *
 * Needs the repository and node_modules, no browser. WebGPU runs through Dawn on the graphics processor of the
 * machine, if it has a Vulkan (Linux), Metal or Direct3D 12 driver; --software asks for the software adapter instead.
 */
const seconds = Number(process.argv.slice(2).find((word) => !word.startsWith("--")) ?? 3);
const hardware = !process.argv.includes("--software");

process.stdout.write(
  `${JSON.stringify({ actor: { network: "4-64-64-2", actUs: await actingCost(seconds / 2) } })}\n`,
);
const gpu = await dawn({ hardware });
// WebAssembly first: what it loads is then loaded for the first time.
for (const name of ["wasm", "cpu", "webgpu"] as const) await measure(name);
// Dawn keeps a thread of its own.
process.exit();

async function measure(name: BackendName): Promise<void> {
  const started = performance.now();
  const troubles: string[] = [];
  const onTrouble = ({ message }: { message: string }) => troubles.push(message);
  const backend = await openBackend({ gpu, forced: name, onTrouble });
  const openMs = performance.now() - started;
  const figures: UpdateCost[] = [];
  const eager: UpdateCost[] = [];
  if (backend.name === name) for (const each of CASES) figures.push(await updateCost(backend, each, seconds));
  const onGpu = backend.name === "webgpu";
  if (onGpu) for (const each of EAGER_CASES) eager.push(await updateCost(backend, each, seconds));
  const perStep = onGpu ? await workPerStep() : [];
  // From nothing to the first numbers of a DQN, the self-test included.
  const startMs = round(openMs + (figures[0]?.firstUpdateMs ?? 0));
  backend.dispose();
  process.stdout.write(
    `${JSON.stringify({ ...reportOf(backend), openMs: round(openMs), startMs, figures, eager, perStep, troubles })}\n`,
  );
}
