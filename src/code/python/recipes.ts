import type { AlgoId } from "../../algos";
import type { Scenario } from "../../core/scenario";
import { ofDqn, ofImages, ofPlanning, ofPolicyGradients, ofTables, type Limiter } from "./stop";
import actorCritic from "./actor_critic.py?raw";
import backup from "./backup.py?raw";
import cartPole from "./cart_pole.py?raw";
import cartPoleGymnasium from "./cart_pole_gymnasium.py?raw";
import cartPoleOwn from "./cart_pole_own.py?raw";
import doubleQLearning from "./double_q_learning.py?raw";
import dqn from "./dqn.py?raw";
import dynaQ from "./dyna_q.py?raw";
import expectedSarsa from "./expected_sarsa.py?raw";
import fullImage from "./full_image.py?raw";
import greedyTest from "./greedy_test.py?raw";
import gridTables from "./grid_tables.py?raw";
import gridWorld from "./grid_world.py?raw";
import learner from "./learner.py?raw";
import learnerEnd from "./learner_end.py?raw";
import mnist from "./mnist.py?raw";
import monteCarlo from "./monte_carlo.py?raw";
import network from "./network.py?raw";
import policyEvaluation from "./policy_evaluation.py?raw";
import policyIteration from "./policy_iteration.py?raw";
import prioritizedSweeping from "./prioritized_sweeping.py?raw";
import qLearning from "./q_learning.py?raw";
import ram from "./ram.py?raw";
import reinforce from "./reinforce.py?raw";
import rollout from "./rollout.py?raw";
import sarsa from "./sarsa.py?raw";
import sarsaLambda from "./sarsa_lambda.py?raw";
import valueIteration from "./value_iteration.py?raw";
import watkinsQLambda from "./watkins_q_lambda.py?raw";

/** What a script is put together from, besides its parameters and its world. */
interface Recipe {
  /** What must be installed. */
  readonly needs: string;
  readonly limits: Limiter;
  readonly parts: readonly string[];
}

const planning = (algorithm: string): Recipe => ({
  needs: "NumPy",
  limits: ofPlanning,
  parts: [gridTables, backup, algorithm],
});
const table = (algorithm: string): Recipe => ({
  needs: "NumPy",
  limits: ofTables,
  parts: [gridTables, learner, algorithm, learnerEnd],
});
const policyGradient = (algorithm: string): Recipe => ({
  needs: "NumPy and PyTorch",
  limits: ofPolicyGradients,
  parts: [network, greedyTest, rollout, algorithm],
});
const images = (algorithm: string): Recipe => ({
  needs: "NumPy, PyTorch and MNIST",
  limits: ofImages,
  parts: [algorithm],
});

export const recipes: Readonly<Record<AlgoId, Recipe>> = {
  "value-iteration": planning(valueIteration),
  "policy-evaluation": planning(policyEvaluation),
  "policy-iteration": planning(policyIteration),
  "prioritized-sweeping": planning(prioritizedSweeping),
  "monte-carlo": table(monteCarlo),
  "q-learning": table(qLearning),
  sarsa: table(sarsa),
  "expected-sarsa": table(expectedSarsa),
  "double-q-learning": table(doubleQLearning),
  "sarsa-lambda": table(sarsaLambda),
  "watkins-q-lambda": table(watkinsQLambda),
  "dyna-q": table(dynaQ),
  dqn: { needs: "NumPy and PyTorch", limits: ofDqn, parts: [network, greedyTest, dqn] },
  reinforce: policyGradient(reinforce),
  "actor-critic": policyGradient(actorCritic),
  ram: images(ram),
  "full-image": images(fullImage),
};

/** The world of a scenario in Python. */
export function worldParts({ env }: Scenario, isStandard: boolean): string[] {
  if (env.id === "grid-world") return [gridWorld];
  if (env.id === "glimpse") return [mnist];
  return [cartPole, isStandard ? cartPoleGymnasium : cartPoleOwn];
}
