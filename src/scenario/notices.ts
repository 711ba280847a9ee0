import { modelOf } from "../core/algo";
import { canEnd, graphOf } from "../core/graph";
import { reachableDecisions } from "../core/optimality";
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
  const ending = canEnd(graphOf(model));
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
  if (scenario.algo.params.gamma === 1 && !reachableDecisions(model).every((s) => ending[s])) {
    notices.push(
      "From some cells no terminal can be reached. With γ = 1 their values may grow without limit: choose γ below 1.",
    );
  }
  return notices;
}
