import { drive } from "../src/algos/drive";
import { start as valueIteration } from "../src/algos/value-iteration/run";
import { defaultsOf } from "../src/core/params";
import { gridWorld } from "../src/envs/grid-world/env";

const SIDE = 64;
const rows = Array.from({ length: SIDE }, (_, r) => ".".repeat(SIDE - 1) + (r === SIDE - 1 ? "T" : "."));

for (const noise of [0, 0.2]) {
  const env = gridWorld.create({ ...defaultsOf(gridWorld.params), rows, noise });
  const driven = drive(valueIteration, env, { gamma: 0.99, theta: -1, inPlace: false });
  const sweeps = (n: number) => {
    for (let i = 0; i < n; i += 100) {
      driven.run.disturb?.(); // or it would end: there is nothing left to change
      driven.sweeps(driven.clock.sweeps + 100);
    }
  };
  sweeps(300);
  let best = 0;
  for (let i = 0; i < 5; i++) {
    const begun = performance.now();
    sweeps(500);
    best = Math.max(best, 500_000 / (performance.now() - begun));
  }
  console.log(noise, best, driven.outcome);
}
