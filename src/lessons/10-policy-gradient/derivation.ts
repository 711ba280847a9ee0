import { fromPreset } from "../from-preset";
import type { LessonStep } from "../lesson";
import { smallest } from "./worlds";

export const derivationSteps: readonly LessonStep[] = [
  {
    title: "What is to be made large",
    text: [
      "$Q$ can be far more complicated than what one does with it. On cart-pole this rule balances: push to the right if $\\theta + 0.3\\,\\dot\\theta > 0$, else to the left. In 100 of 100 episodes that we tried it held the pole for all 500 steps. So why not look for the *policy* itself?",
      "Let a network with weights $\\theta$ give the probabilities of the actions, $\\pi_\\theta(a|s)$. (The letter is the lecture’s; the pole’s angle has the same one, alas.) The better the weights, the larger the expected [[return]] $J(\\theta)$. We want to climb: $\\theta\\leftarrow\\theta+\\alpha\\nabla_\\theta J(\\theta)$.",
      "The picture shows $\\pi(\\text{right}\\mid s)$ of an untrained network over angle and angular velocity: nearly a coin toss everywhere. Press Run and watch the border get sharp; compare it with the rule above.",
    ],
    slide: [
      "Why not look for the *policy* itself? A network gives $\\pi_\\theta(a|s)$, and we climb the expected return $J(\\theta)$.",
      "The picture: $\\pi(\\text{right}\\mid s)$, untrained.",
    ],
    equation: [
      { tex: "J(\\theta)", says: "How good the policy with these weights is: one number." },
      { tex: "=" },
      {
        tex: "\\mathbb{E}_{\\tau\\sim p(\\tau;\\theta)}",
        says: "The mean over trajectories, as this policy and this world bring them about.",
      },
      { tex: "[\\," },
      {
        tex: "r(\\tau)",
        says: "The return of a whole trajectory τ: all its rewards added up. It has no θ in it.",
      },
      { tex: "\\,]" },
    ],
    scenario: fromPreset("cart-pole-reinforce-baseline", {
      seed: 1,
      view: { granularity: "update", figure: "values" },
    }),
    panels: ["equation", "charts"],
    notes:
      "This run uses a learned baseline, which is the subject of the next chapter; here it only shows what a policy looks like. Ask what the obstacle is: where in J does θ occur?",
  },
  {
    title: "The smallest world",
    text: [
      "To see each [[trajectory]] $\\tau = (s_0,a_0,r_0,s_1,a_1,\\dots)$ we shorten cart-pole until they can be counted. The pole starts upright and at rest, each push lasts longer, 5° is the end, and so is the third step.",
      "Two pushes to the same side: it falls after two steps, $r(\\tau)=2$. Two different pushes: it stays up for three, $r(\\tau)=3$. The third push comes too late to matter. A fair coin therefore has $J = 2 + \\tfrac12 = 2.5$, and the best policy has 3.",
      "Press Step, one step at a time, and watch some trajectories. An update follows after each; never mind for now.",
    ],
    slide: [
      "Three steps at most. Two equal pushes: $r(\\tau)=2$. Two different ones: $r(\\tau)=3$.",
      "A fair coin has $J = 2.5$; the best policy has 3.",
    ],
    equation: [
      { tex: "J(\\theta)" },
      { tex: "=" },
      { tex: "\\sum_\\tau", says: "Over all trajectories there are." },
      { tex: "r(\\tau)", says: "2 if the first two pushes are equal, else 3." },
      {
        tex: "p(\\tau;\\theta)",
        says: "How probable the trajectory is. Only here the weights come in, through the probabilities of the actions.",
      },
      { tex: "= 2 + " },
      { tex: "p(a_0\\neq a_1;\\theta)", says: "The probability that the second push goes the other way." },
    ],
    scenario: { ...smallest(1, 6), view: { granularity: "step", figure: "run" } },
    panels: ["equation"],
    notes:
      "Write the four cases LL, LR, RL, RR on the board with their returns. What must the policy look at to get 3? (At the side to which the pole leans after the first push.)",
  },
  {
    title: "The trick with the logarithm",
    text: [
      "We need $\\nabla_\\theta J$. The returns do not depend on $\\theta$, so the gradient passes them by and meets $p(\\tau;\\theta)$ only: first equality below.",
      "But $\\sum_\\tau r(\\tau)\\,\\nabla_\\theta p(\\tau;\\theta)$ is no longer a mean: there is no probability in front, so it cannot be estimated from samples. We put it back. The chain rule says $\\nabla_\\theta\\log p = \\nabla_\\theta p / p$, that is $\\nabla_\\theta p = p\\,\\nabla_\\theta\\log p$: second equality. Now it is a mean again: third.",
      "That is all. A mean can be estimated: draw some trajectories and average. With continuous states the sum is an integral and the three lines stay as they are.",
    ],
    slide: [
      "$\\nabla_\\theta p = p\\,\\nabla_\\theta\\log p$ makes the sum a mean again.",
      "And a mean can be estimated: draw some trajectories, and average.",
    ],
    equation: [
      { tex: "\\nabla_\\theta J", says: "Which way to turn each weight so that the expected return grows." },
      {
        tex: "= \\sum_\\tau r(\\tau)\\,\\nabla_\\theta p(\\tau;\\theta)",
        says: "1. The gradient of a sum is the sum of the gradients, and r(τ) is a constant in it.",
      },
      {
        tex: "= \\sum_\\tau r(\\tau)\\,p(\\tau;\\theta)\\,\\nabla_\\theta\\log p(\\tau;\\theta)",
        says: "2. ∇p = p ∇log p: multiply and divide by p. It needs p > 0, which a softmax always gives.",
      },
      {
        tex: "= \\mathbb{E}_\\tau\\bigl[\\,r(\\tau)\\,\\nabla_\\theta\\log p(\\tau;\\theta)\\bigr]",
        says: "3. A sum weighted with p is a mean: trajectories that are lived through come with these weights by themselves.",
      },
    ],
    panels: ["equation"],
    notes:
      "Do it on the board for one weight and two trajectories. Emphasise what is not needed: a derivative of the reward.",
  },
  {
    title: "The world drops out",
    text: [
      "$p(\\tau;\\theta)$ still has the unknown world in it. It is a product: the start, then in turn the policy’s choice and the world’s answer. The logarithm makes a sum of it, and in this sum only the policy’s terms have $\\theta$ in them. The gradient of all others is 0.",
      "So nothing has to be known about $P(s_{t+1}|s_t,a_t)$, and it need not be differentiable: the pole may fall, jump or break. What is left is $\\nabla_\\theta\\log\\pi_\\theta(a_t|s_t)$, which backpropagation gives.",
      "Read it as: for each action that was taken, the direction that makes this action more probable in its state, times the return of the trajectory.",
    ],
    slide: [
      "The logarithm makes a sum of the product. Only the policy’s terms have $\\theta$ in them.",
      "The world need not be known, nor be differentiable.",
    ],
    equation: [
      { tex: "\\nabla_\\theta\\log p(\\tau;\\theta) = \\nabla_\\theta\\bigl[\\," },
      { tex: "\\log p(s_0)", says: "The start: chosen by the world. No θ in it: its gradient is 0." },
      { tex: "+ \\sum_t" },
      {
        tex: "\\log P(s_{t+1}|s_t,a_t)",
        says: "The transitions: unknown, but without θ. Their gradient is 0, and they drop out.",
      },
      { tex: "+ \\sum_t" },
      { tex: "\\log\\pi_\\theta(a_t|s_t)", says: "The policy’s choices: the only terms with θ in them." },
      { tex: "\\,\\bigr]" },
      {
        tex: "= \\sum_t\\nabla_\\theta\\log\\pi_\\theta(a_t|s_t)",
        says: "What remains: computed by backpropagation, with the states and actions of the trajectory.",
      },
    ],
    panels: ["equation"],
    notes:
      "Ask them to strike out terms themselves before pointing at the parts. This is the answer to the “non-differentiable world” of chapter 1.",
  },
];
