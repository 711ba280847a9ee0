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
  greedy: "Taking the action with the largest value.",
  terminal: "A state that ends the episode; its value is 0.",
  exploitation: "Taking the action that is best by what is known so far.",
  exploration:
    "Taking another action than the best one so far, to find out what comes of it; with probability $\\epsilon$ in an $\\epsilon$-greedy agent.",
  "off-policy": "Learning about one policy, such as the greedy one, while following another.",
  target:
    "$y$: what a value should become, by a reward and the value of what follows; held constant in the update.",
  loss: "$L(\\theta)$: one number that says how badly a network fits its targets; a gradient step makes it smaller.",
  transition: "One step in the world, $(s,a,r,s')$.",
  minibatch: "The few transitions or examples that one gradient step looks at.",
  "replay memory": "$\\mathcal D$: the last $N$ transitions, from which minibatches are drawn at random.",
  "target network": "$\\theta^-$: an older copy of the weights, with which the targets are computed.",
  trajectory: "$\\tau = (s_0,a_0,r_0,s_1,a_1,\\dots)$: what happened in an episode, step by step.",
  variance: "How far the estimates of one quantity lie apart: the mean squared distance from their mean.",
  bias: "How far the mean of the estimates is from what they are meant to estimate; more samples do not remove it.",
  "reward-to-go":
    "$\\sum_{t'\\ge t} r_{t'}$: the rewards from step $t$ on, without those that were paid before the action.",
  baseline:
    "$b(s)$: what is subtracted from a return, so that only better than usual pushes an action up. It must not depend on the action; then the mean of the gradient stays the same.",
  actor: "$\\pi_\\theta$: the policy network of actor-critic, which chooses the actions.",
  critic:
    "$V_\\phi$: the value network of actor-critic, which says how much was to be expected and so judges the actions.",
  "td error":
    "$r_t+\\gamma V(s_{t+1})-V(s_t)$: how much better a step turned out than the value function had expected.",
  glimpse: "What the eye takes in at one place of the image; the action that follows is the next place.",
  retina:
    "What turns a place of the image into a glimpse: square patches around it, each twice as wide as the one before and reduced to as many numbers.",
} as const satisfies Record<string, string>;

export type Term = keyof typeof glossary;
