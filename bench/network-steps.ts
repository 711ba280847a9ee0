import type { StartRun } from "../src/core/algo";
import type { NetworkRun } from "../src/core/network-run";
import { defaultsOf } from "../src/core/params";
import { algoSpec } from "../src/algos";
import { driveNetwork } from "../src/algos/network-test-bench";
import { loadAlgorithm } from "../src/engine/loaders";
import { envSpec } from "../src/envs";
import { countWork } from "../src/nn/counters";

/** Runs whose work is counted: as they are preset, and with environments side by side. */
const RUNS = [
  { title: "DQN preset", id: "dqn", params: {}, updates: 100 },
  { title: "DQN, 16 environments", id: "dqn", params: { environments: 16 }, updates: 160 },
  { title: "REINFORCE preset", id: "reinforce", params: {}, updates: 3 },
  { title: "actor-critic preset", id: "actor-critic", params: {}, updates: 3 },
];

/** Dispatches and read-backs for each environment step that learning takes on the open backend, over a few updates. */
export async function workPerStep() {
  const found = [];
  for (const { title, id, params, updates } of RUNS) {
    const [spec, cartPole] = [algoSpec(id), envSpec("cart-pole")];
    if (!spec || !cartPole) throw new Error(`There is no algorithm called ${id}.`);
    const start = (await loadAlgorithm(id)) as unknown as StartRun<object, unknown, NetworkRun>;
    const env = cartPole.create(defaultsOf(cartPole.params));
    const driven = driveNetwork(start, env, spec.params as never, params);
    const { clock } = driven;
    await driven.until(() => clock.updates > 0);
    const counter = countWork();
    const [steps, before] = [clock.steps, clock.updates];
    await driven.until(() => clock.updates >= before + updates);
    const { dispatches, readBacks } = counter.counts();
    counter.stop();
    driven.run.dispose();
    const made = clock.steps - steps;
    found.push({ title, steps: made, dispatches: dispatches / made, readBacks: readBacks / made });
  }
  return found;
}
