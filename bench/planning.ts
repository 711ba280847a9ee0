import { drive } from "../src/algos/test-bench";
import { start as policyEvaluation } from "../src/algos/policy-evaluation/run";
import { start as valueIteration } from "../src/algos/value-iteration/run";
import type { Run, StartRun } from "../src/core/algo";
import { backup } from "../src/core/backup";
import type { FiniteMdp } from "../src/core/finite-mdp";
import { maxQ } from "../src/core/greedy";
import { defaultsOf } from "../src/core/params";
import { randomPolicy } from "../src/core/policy";
import { evaluatePolicy, solved, solveOptimal } from "../src/core/solve";
import { gridWorld } from "../src/envs/grid-world/env";

/*
 * Planning on the largest map, 64×64 open with one terminal: npx tsx bench/planning.ts
 * Sweeps a second, best of five: by the clock, and by the processor time spent (what an idle machine would do).
 */
const SIDE = 64;
const rows = Array.from({ length: SIDE }, (_, r) => ".".repeat(SIDE - 1) + (r === SIDE - 1 ? "T" : "."));
const SWEEPS = 400;

/** Best of five runs of `work`, as sweeps a second by wall clock and by processor time. */
function measure(what: string, work: () => void): void {
  let wall = 0;
  let processor = 0;
  work();
  for (let i = 0; i < 5; i++) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    work();
    wall = Math.max(wall, (SWEEPS * 1000) / (performance.now() - begun));
    processor = Math.max(processor, (SWEEPS * 1e6) / process.cpuUsage(used).user);
  }
  console.log(`${what.padEnd(52)} ${wall.toFixed(0).padStart(6)} ${processor.toFixed(0).padStart(8)}`);
}

/** The run behind the engine's protocol: one yield a backup. */
function measureRun<P, M>(
  what: string,
  start: StartRun<P, M>,
  mdpParams: { noise: number },
  params: P,
): void {
  const env = gridWorld.create({ ...defaultsOf(gridWorld.params), rows, ...mdpParams });
  const driven = drive(start, env, params);
  const goOn = (run: Run<M>) => run.disturb?.(); // or it would end: there is nothing left to change
  measure(what, () => {
    for (let i = 0; i < SWEEPS; i += 50) {
      goOn(driven.run);
      driven.sweeps(driven.clock.sweeps + 50);
    }
  });
}

/** The arithmetic of a synchronous sweep of value iteration alone. */
function measureArithmetic(what: string, mdp: FiniteMdp): void {
  const Q = new Float64Array(mdp.nStates * mdp.nActions);
  const V = new Float64Array(mdp.nStates);
  const source = new Float64Array(mdp.nStates);
  measure(what, () => {
    for (let i = 0; i < SWEEPS; i++) {
      source.set(V);
      for (const s of mdp.decisionStates) {
        for (let a = 0; a < mdp.nActions; a++) Q[s * mdp.nActions + a] = backup(mdp, source, s, a, 0.99);
        V[s] = maxQ(Q, s, mdp.nActions);
      }
    }
  });
}

console.log(`${"64×64, sweeps a second".padEnd(52)} ${"clock".padStart(6)} ${"processor".padStart(8)}`);
for (const noise of [0, 0.2]) {
  const { model } = gridWorld.create({ ...defaultsOf(gridWorld.params), rows, noise });
  if (!model) throw new Error("A grid world has a model.");
  const base = { gamma: 0.99, theta: -1 }; // below 0: never converged
  measureArithmetic(`noise ${noise}: arithmetic alone`, model);
  measureRun(
    `noise ${noise}: value iteration, synchronous`,
    valueIteration,
    { noise },
    { ...base, inPlace: false },
  );
  measureRun(
    `noise ${noise}: value iteration, in place`,
    valueIteration,
    { noise },
    { ...base, inPlace: true },
  );
  const random = { ...base, inPlace: false, policy: "random" as const, arrows: {} };
  measureRun(`noise ${noise}: policy evaluation`, policyEvaluation, { noise }, random);
  for (const gamma of [1, 0.99]) {
    const begun = performance.now();
    solved(solveOptimal(model, gamma));
    const between = performance.now();
    solved(evaluatePolicy(model, randomPolicy(model), gamma));
    const [optimal, random_] = [between - begun, performance.now() - between];
    console.log(
      `noise ${noise}, γ = ${gamma}: exact solution ${optimal.toFixed(0)} ms, of the random policy ${random_.toFixed(0)} ms`,
    );
  }
}
