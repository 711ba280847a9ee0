import { section } from "./section";

/** The histogram of TD errors. */
export const histogram = section("histogram", {
  title: "TD errors",
  count: "count",
  error: "TD error δ = y − Q(s, a)  (discounted return)",
  errorShort: "TD error δ",
  mean: "mean {value}",

  empty: "{of}: no numbers.",
  // Spaces within a formula do not break.
  meanError: "mean δ {value}",
  allWithin: "all within |δ|\u00a0≤\u00a01",
  outside: "{outside} of {count} ({percent} %) outside |δ|\u00a0≤\u00a01",
  beyond: "{count} beyond ±{extent}, up to |δ|\u00a0=\u00a0{largest}",
  notFiniteOne: "{count} is not a number",
  notFiniteMany: "{count} are not numbers",

  // Columns of the table.
  from: "δ from",
  to: "to",
});
