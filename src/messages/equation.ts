import { section } from "./section";

/** The equation of an update or of a chosen cell. In formulas each word stands as it is here, each blank is a formula. */
export const equation = section("equation", {
  name: "Equation",
  rule: "The update rule",
  update: "Update just made: {place}",
  now: "Now: {place}",
  bellman: "Bellman equation now: {place}",

  which: "Equation shown",
  whichUpdate: "Update",
  whichSelected: "Chosen",

  numbers: "Numbers in the equation and where they come from",
  number: "{number}: {place}",
  power: "{digits} times ten to the {exponent}",
  infinity: "infinity",

  best: "best: {action}",
  agrees: "the table agrees",
  differs: "the table has {value}, gap {gap}",
  noDecision: "no decision here: {kind}",
});
