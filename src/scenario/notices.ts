import { modelOf } from "../core/algo";
import type { FiniteMdp } from "../core/finite-mdp";
import type { Scenario } from "../core/scenario";
import { algoSpec } from "../algos/index";
import { envSpec } from "../envs/index";

/**
 * What is unusual about a valid scenario, as sentences for the page; nothing here stops a run.
 * Builds the model of the environment: milliseconds for a large map, so not for every frame.
 */
export function scenarioNotices(scenario: Scenario): string[] {
  const algo = algoSpec(scenario.algo.id);
  const env = envSpec(scenario.env.id)?.create(scenario.env.params);
  if (!algo || !env) return [];
  const notices: string[] = [];
  const { stop } = scenario;
  if (algo.family === "learning" && (stop?.converged || stop?.sweeps)) {
    notices.push(
      `${algo.title} has no sweeps and never converges exactly: choose a number of episodes to stop at.`,
    );
  }
  if (algo.family === "planning" && stop?.episodes) {
    notices.push(`${algo.title} has no episodes: choose convergence or a number of sweeps to stop at.`);
  }
  if (!("model" in env)) return notices;
  const model = modelOf(env);
  const starts = [...model.initial.keys()].filter((s) => model.initial[s] > 0);
  const ending = statesThatCanEnd(model);
  if (algo.family === "learning") {
    if (starts.length > 1) notices.push("The map has no start: every episode begins in a random floor cell.");
    if (!starts.some((s) => ending[s])) {
      notices.push(
        "There is no terminal, or none can be reached from the start: every episode is cut off after its longest length.",
      );
    } else if (!starts.every((s) => ending[s])) {
      notices.push(
        "From some starts no terminal can be reached: those episodes are cut off after their longest length.",
      );
    }
  }
  if (scenario.algo.params.gamma === 1 && !model.decisionStates.every((s) => ending[s])) {
    notices.push(
      "From some cells no terminal can be reached. With γ = 1 their values may grow without limit: choose γ below 1.",
    );
  }
  return notices;
}

/** 1 for every state from which some choice of actions can end the episode: a search backwards from the endings. */
function statesThatCanEnd(model: FiniteMdp): Uint8Array {
  const { nStates, nActions, first, next, ends } = model;
  const predecessors: number[][] = Array.from({ length: nStates }, () => []);
  const canEnd = new Uint8Array(nStates);
  const queue: number[] = [];
  for (let s = 0; s < nStates; s++) {
    for (let row = first[s * nActions]; row < first[(s + 1) * nActions]; row++) {
      if (!ends[row]) predecessors[next[row]].push(s);
      else if (!canEnd[s]) {
        canEnd[s] = 1;
        queue.push(s);
      }
    }
  }
  for (const reached of queue) {
    for (const s of predecessors[reached]) {
      if (canEnd[s]) continue;
      canEnd[s] = 1;
      queue.push(s);
    }
  }
  return canEnd;
}
