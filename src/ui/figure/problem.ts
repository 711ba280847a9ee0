import type { TabularView } from "../../core/algo";
import { modelOf } from "../../core/algo";
import type { BackupKind } from "../../core/equations";
import type { FiniteMdp } from "../../core/finite-mdp";
import type { Scenario } from "../../core/scenario";
import { envSpec } from "../../envs";
import type { GridWorldParams } from "../../envs/grid-world/params";

/** The parameters of the grid world on screen. */
export function gridParams(scenario: Scenario): GridWorldParams {
  return scenario.env.params as unknown as GridWorldParams;
}

let known: { params: Record<string, unknown>; model: FiniteMdp } | null = null;

/** The model P(s', r | s, a) of the scenario's environment; kept until its parameters change. */
export function modelFor({ env }: Scenario): FiniteMdp | null {
  if (known?.params === env.params) return known.model;
  const spec = envSpec(env.id);
  if (!spec) return null;
  const model = modelOf(spec.create(env.params));
  known = { params: env.params, model };
  return model;
}

const FOR_A_POLICY = ["policy-evaluation", "policy-iteration"];
const ON_POLICY_LEARNERS = ["monte-carlo", "sarsa", "expected-sarsa", "sarsa-lambda"];

/** What an algorithm's values tend to: those of the best policy, or of the policy it follows. */
export function valueKind(algoId: string): BackupKind {
  return [...FOR_A_POLICY, ...ON_POLICY_LEARNERS].includes(algoId) ? "expectation" : "optimality";
}

/** The view with V^π(s) = Σ π(a|s) Q(s,a) for learners that show the value of their best action instead. */
export function withPolicyValues(algoId: string, view: TabularView): TabularView {
  if (!ON_POLICY_LEARNERS.includes(algoId)) return view;
  const nActions = view.Q.length / view.V.length;
  const V = view.V.map((_, s) => {
    let value = 0;
    for (let a = s * nActions; a < (s + 1) * nActions; a++) value += view.policy[a] * view.Q[a];
    return value;
  });
  return { ...view, V };
}

/** Whether a view belongs to a map of this size: frames of the map before may still come in. */
export function fits(view: TabularView, { rows }: Pick<GridWorldParams, "rows">): boolean {
  return view.V.length === rows.length * rows[0].length;
}
