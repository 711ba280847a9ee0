import { section } from "./section";

/** Charts over a run. */
export const chart = section("chart", {
  beyondUp: "↑ up to {value}",
  beyondDown: "↓ down to {value}",
  withLevel: "{title}; a line marks {level}",

  read: "{title}: read values",
  nothingToRead: "nothing to show yet",
  points: "{count} points",
  noValue: "{place}: no value",
  valueInRange: "{label} {value} ({low} to {high})",
});
