import { epsilonGreedyPolicy } from "../core/greedy";
import type { FiniteMdp } from "../core/finite-mdp";
import { evaluatePolicy, solveOptimal } from "../core/solve";
import type { Comparison } from "./protocol";

/** The lecture's two pictures: exact values of the equiprobable and of an optimal policy. Yields between sweeps. */
export function* compareRandomWithOptimal(
  model: FiniteMdp | undefined,
  gamma: number,
): Generator<void, Comparison> {
  if (!model) return { random: null, optimal: null, says: ["This environment's model is not known."] };
  const says: string[] = [];
  const uniform = epsilonGreedyPolicy(model, new Float64Array(model.nStates * model.nActions));
  const random = yield* evaluatePolicy(model, uniform, gamma);
  if (!("V" in random)) says.push(`Random policy: ${random.says}`);
  const optimal = yield* solveOptimal(model, gamma);
  if (!("V" in optimal)) says.push(`Optimal policy: ${optimal.says}`);
  return {
    random: "V" in random ? { V: random.V, policy: uniform } : null,
    optimal: "V" in optimal ? { ...optimal, policy: epsilonGreedyPolicy(model, optimal.Q) } : null,
    says,
  };
}
