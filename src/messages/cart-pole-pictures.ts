import { section } from "./section";

/** The pictures of what is learned on the cart-pole, and what to notice in them. */
export const cartPolePictures = section("cart-pole-pictures", {
  colours: "Colours show",
  saveWeights: "Save the weights (safetensors)",

  map: "Map of values",
  greedyAction: "Greedy action",
  across: "Across",
  up: "Up",
  mapExact:
    "Exact for the network as it is now: a flat cut, at the present state, through the space of its {dimensions} inputs.",
  criticMap:
    "What the critic expects from each state; the thick line is where the chosen action changes. {exact}",
  valueMap:
    "What the network expects from each state; the thick line is where the chosen action changes. {exact}",
  policyMap:
    "Where the colour is pale the policy still tosses a coin; as it learns, the border gets sharp. {exact}",
  greedyMap:
    "Which action the network prefers. A good policy pushes towards the side to which the pole falls. {exact}",

  noNetwork: "The network, its weights and what flows through it appear as soon as it is there.",
  networkCaption:
    "Lines are weights, circles what each unit puts out in the present state of the first cart. Step on and see which units wake up when the pole leans the other way.",

  age: "age",
  reward: "reward",
  ends: "ends of episodes",
  memory: "Replay memory",
  newest: "Newest transitions",
  transition: "Transition",
  noMemory:
    "Here the replay memory will fill up. Press *Run* or *Step*: every step of the agent is stored as (s, a, r, s′); after the warm-up each gradient step draws a minibatch from it.",
  noNewest:
    "Replay is off: every gradient step learns from the newest {count} transitions as they came, (s, a, r, s′) each. After the warm-up they will show here. Press *Run* or *Step*.",
  pieceOne: "Each piece is one transition; {drawn}",
  pieceMany: "Each piece averages {count} transitions; {drawn}",
  drawn: "the dots are the {count} that the last minibatch drew.",
  notDrawn: "no minibatch was drawn yet.",
  alike:
    "Neighbours in time are alike; drawing at random breaks that up, so that one episode does not pull all weights its way.",
  newestCaption:
    "Each piece is one of the transitions that the last gradient step learned from; what is older is not learned from again. Neighbours in time are alike, so one stretch of an episode pulls all weights its way.",
  ledTo: "It led to s′: {numbers}. The equation panel computes with these numbers.",
  ledToEnd:
    "It led to s′: {numbers}, where the episode ended. The equation panel computes with these numbers.",
  firstRows: "The equation panel has the first {count} transitions of the minibatch.",

  errors: "TD errors",
  noErrors:
    "Here the errors δ = y − Q(s, a) of the stored transitions will show. Press *Run* or *Step*: every step of the agent stores one.",
  errorsCaption:
    "The network learns by shrinking these. A narrow heap around 0 means that its values agree with one another, not yet that they are right.",

  trajectoryPicture: "Trajectory of the last update",
  trajectory: "Trajectory",
  step: "Step",
  movingAverage: "moving average",
  noTrajectory:
    "Here the episodes of an update will show, step by step: what each action was credited with and whether it was pushed up or down. Press *Run*, or *Step* with “one update”.",
  trajectoryCaption:
    "A positive advantage pushes an action up, a negative one down. All steps of all trajectories share the weights, so some actions move against their own push.",
  criticOff: "Along this episode the baseline is {distance} off the return credited on average.",
  cutOff:
    "The episode was cut off, and its return falls towards 0 there as if the pole had fallen: near the end the baseline is held against too little.",
  leftOut:
    "Only the first {shown} of its {count} steps are shown, so that a long episode and a large network do not stop the page; the update used all of them.",

  variance: "Scatter of gradient estimates",
  noVariance:
    "For each way of crediting actions you will see how far single gradient estimates lie apart, how long their mean is, and how well they point where the gradient of very many episodes points.",
  measuring: "Gradients measured",
  measure: "Measure the scatter of gradients",
  aboutMeasuring:
    "Freezes the policy, lets it play fresh episodes, and compares how its gradient scatters under each setting of the lecture; a run that is going on waits meanwhile and then goes on.",
  brokenOff:
    "The measurement was broken off before it was done, because the run was changed, moved or paused. Measure again to see the scatter.",
  varianceCaption:
    "Of estimates that aim at the same gradient and point there, those that scatter less need fewer episodes for an equally good gradient. Norm: the length of the mean estimate. V(s) is fitted to the returns of the reference trajectories; V(s) learned so far is the run’s own value network. Sampled: on other episodes the numbers would be a little different.",
  measuredAt: "Measured at gradient step {step}.",
  staleMeasurement:
    "The policy has changed since: it is at step {step} now. Measure again to see its scatter.",
});
