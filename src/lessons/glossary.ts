/** The terms of the lecture, one sentence or two each, in the notation of the lecture. */
export const glossary = {
  agent: "What chooses the actions: a policy, often with a value function or a model beside it.",
  environment: "Everything that answers an action: with a reward and the next state.",
  state: "$s$: all that matters for what happens next.",
  action: "$a$: what the agent can do in a state.",
  reward: "$r$: the number that the environment pays for a step; the only hint at what is wanted.",
  return: "The sum of the rewards of an episode from some step on, later ones discounted by $\\gamma$.",
  policy: "$\\pi$: which action the agent takes in a state, or with which probability: $\\pi(a|s)$.",
  "value function":
    "$V^\\pi(s)$ or $Q^\\pi(s,a)$: the return to be expected from here on with policy $\\pi$.",
  model: "What predicts the next state and the reward of an action: $P(s'|s,a)$ and $R(s,a)$.",
  episode: "A run from a start to a terminal state, or until its time is up.",
  discount: "$\\gamma$, from 0 to 1: how much a reward is worth if it comes one step later.",
  backup: "A new value for one state or one pair $(s,a)$ from the values of what can follow.",
  sweep: "A backup of every state or every pair once.",
  greedy: "Taking the action with the largest value, the first of equal ones.",
  terminal: "A state that ends the episode; its value is 0.",
} as const satisfies Record<string, string>;

export type Term = keyof typeof glossary;
