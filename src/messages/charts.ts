import { section } from "./section";

/** The charts of a run beside the figure. */
export const charts = section("charts", {
  name: "Charts",
  which: "Chart shown",
  enlarge: "Enlarge",
  smaller: "Smaller",

  // Names that stand in a row where a chart’s own is too long.
  residual: "Change per sweep",
  return: "Return",
  length: "Steps",
  qError: "Error",
  optimalShare: "Optimal share",
  gradientNorm: "Gradient",
  value: "max Q",
  entropy: "Entropy",
  valueLoss: "Error of V",
  spread: "Spread of means",
  scaling: "Not scalable",

  exact: "Exact: no chance in it.",
  oneRun: "One run, seed {seed}.",
  lastEpisode: "Last episode: {value}.",
  lastEpisodes: "Last {count} episodes: mean {value}.",
  lastUpdate: "Last update: {value}.",
  lastUpdates: "Last {count} updates: mean {value}.",
  about: "about {value}",

  sweep: "sweep",
  episode: "episode",
  update: "update",
  eachEpisode: "each episode",
  eachUpdate: "each update",
  meanOf: "mean of {count}",
  solved: "solved: {mean}",

  when: "{name}; {algorithm}, seed {seed}",
  noPng: "The chart could not be drawn as PNG. Save it as SVG instead.",
  table: "Table",
  tableOf: "{name}, as a table",
  lastPoints: "{name}, the last {shown} of {count} points",
});
