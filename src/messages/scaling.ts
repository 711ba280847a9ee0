import { section } from "./section";

/** Why tables do not scale. What stands behind ^ is an exponent. */
export const scaling = section("scaling", {
  entries:
    "*{entries}* entries Q(s, a) = {states} states × {actions} actions, all backed up in every sweep; *{done}* backups so far.",
  problem: "Problem",
  problemEntries: "Entries",
  sweep: "One sweep",
  extrapolated:
    "Extrapolated at the rate measured here, {rate} million backups a second. The universe is about 10^10 years old: hence Q(s, a; θ), a function with few parameters instead of a table.",

  thisGrid: "This grid",
  largeGrid: "Grid of 64×64",
  cartPole: "Cart-pole, 10 bins for each of 4 numbers",
  atari: "Atari, 256^28224 screens of 84×84×4 pixels",

  years: "{count} years",
  days: "{count} days",
  hours: "{count} hours",
  minutes: "{count} minutes",
  seconds: "{count} s",
  milliseconds: "{count} ms",
  microseconds: "{count} µs",
});
