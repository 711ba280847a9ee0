import type { NetworkView } from "../../core/network-run";
import type { CartPoleState } from "../../envs/cart-pole/env";
import type { CartPoleWorld, CartShot } from "../../envs/cart-pole/view";
import type { Scenario } from "../../core/scenario";
import { labOf } from "../labs";
import { useLab } from "../store";

/** The carts of a run: its environments' states are those of the cart-pole wherever this lab shows it. */
export function cartShots({ agents }: NetworkView): readonly CartShot[] {
  return agents as readonly CartShot[];
}

/** What of the world can be seen. */
export function worldOf({ env }: Pick<Scenario, "env">): CartPoleWorld {
  return env.params as unknown as CartPoleWorld;
}

/** Calls back whenever the world on screen changes, as long as it is a cart-pole's. */
export function watchWorld(changed: (scenario: Scenario) => void): () => void {
  return useLab.subscribe(({ scenario }, before) => {
    const isOther = scenario.env.params !== before.scenario.env.params;
    if (isOther && labOf(scenario) === "cart-pole") changed(scenario);
  });
}

/** Numbers in an observation: x, ẋ, θ, θ̇. */
const NUMBERS = 4;

/**
 * The way of the first pole in this episode, up to the step that is drawn: `shown` may be behind the newest one.
 * At most the last `most` states.
 */
export function swingsUntil(
  { trail, agents }: NetworkView,
  shown: CartPoleState,
  most: number,
): { theta: number; thetaDot: number }[] {
  const { time } = (agents[0] as CartShot).state;
  const end = Math.max(0, trail.length / NUMBERS - Math.max(0, time - shown.time));
  const begin = Math.max(0, end - most);
  return Array.from({ length: end - begin }, (_, i) => ({
    theta: trail[(begin + i) * NUMBERS + 2],
    thetaDot: trail[(begin + i) * NUMBERS + 3],
  }));
}
