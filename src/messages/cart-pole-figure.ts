import { section } from "./section";

/** The picture of carts, and the phase plot. */
export const cartPoleFigure = section("cart-pole-figure", {
  name: "Cart-pole",
  position: "position x (m)",
  ofFirst: "cart 1: {number}",

  // Under a cart: in full, or short beside many others.
  step: "step {step}",
  stepOfFirst: "cart 1: step {step}",
  cutOff: "Cut off after {steps} steps, still balanced",
  fell: "Fell after {steps} steps: {angle}° is beyond {limit}°",
  leftTrack: "Left the track after {steps} steps: {distance} m is beyond {limit} m",
  over: "✕ over after {steps}",
  overFirst: "✕ cart 1: over after {steps}",
  held: "✓ held for {steps}",
  heldFirst: "✓ cart 1: held for {steps}",

  // In a sentence.
  many: "{title}: {count} carts, {running} of them balancing",
  one: "{title}: step {step}, {place}, {lean}",
  oneEnded: "{title}: step {step}, {place}, {lean}. {ending}",
  placeLeft: "cart {distance} m left of the centre",
  placeRight: "cart {distance} m right of the centre",
  leanLeft: "pole {angle}° to the left",
  leanRight: "pole {angle}° to the right",

  phase: "Phase plot: angle of the pole across, angular velocity upwards",
  angle: "angle θ of the pole, positive to the right",
  angleShort: "angle θ",
  velocity: "angular velocity θ̇ (°/s)",
  falling: "falling",
  rising: "rising",
});
