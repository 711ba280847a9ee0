import type { FiniteMdp } from "../../core/finite-mdp";
import { randomPolicy } from "../../core/policy";
import type { PolicyEvaluationParams } from "./spec";

/** π(a|s) of the parameters: random, or the arrows; arrows that this model does not know are as if not drawn. */
export function policyOf(
  mdp: FiniteMdp,
  { policy, arrows }: Pick<PolicyEvaluationParams, "policy" | "arrows">,
): Float64Array {
  const pi = randomPolicy(mdp);
  if (policy === "random") return pi;
  const { nActions } = mdp;
  for (const s of mdp.decisionStates) {
    const actions = arrows[s];
    if (!actions || actions.some((a) => a >= nActions)) continue;
    pi.fill(0, s * nActions, (s + 1) * nActions);
    for (const a of actions) pi[s * nActions + a] = 1 / actions.length;
  }
  return pi;
}
