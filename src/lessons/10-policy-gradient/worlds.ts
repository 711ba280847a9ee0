/**
 * A cart-pole so short that its trajectories can be counted: it starts upright and at rest; two pushes to the same side
 * end it after two steps, two different ones let it reach its limit of three.
 */
const shortWorld = {
  id: "cart-pole",
  params: { startRange: 0, integrator: "semi-implicit", tau: 0.05, thetaLimitDeg: 5, maxSteps: 3 },
};

/** REINFORCE as it was derived: the whole return, nothing subtracted, so many trajectories an update. */
export const smallest = (trajectories: number, seed: number) => ({
  v: 1,
  env: shortWorld,
  algo: { id: "reinforce", params: { credit: "whole", baseline: "none", trajectories } },
  seed,
});
