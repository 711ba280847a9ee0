import { section } from "./section";

/** The picture of how gradient estimates scatter. */
export const variancePlot = section("variance-plot", {
  title: "How much gradient estimates scatter",
  nothing: "Nothing measured yet.",
  nothingOf: "{title}: nothing measured yet.",

  // Heads of the columns: as long as there is room, or shorter.
  noise: "noise: variance ÷ ‖∇J‖² (log scale)",
  noiseShort: "variance ÷ ‖∇J‖² (log)",
  noiseShortest: "noise (log)",
  cosine: "cosine to the reference, ◆ mean",
  cosineShort: "cosine to reference",
  cosineShortest: "cosine",
  norm: "norm",
  normAndCosine: "norm {norm}, mean cosine {cosine}",
  normAndCosineShort: "norm {norm}, cos {cosine}",
  normOnly: "norm {norm}",

  about: "Noise of the gradient estimates: variance ÷ squared length of the gradient.",
  setting: "{label}: noise {noise}, norm {norm}, mean cosine {cosine}.",
  quoted: "“{label}”",
  ratioOf: "{setting} {ratio}",
  smaller: "{ratio} times smaller",
  larger: "{ratio} times larger",
  same: "about as large",
  notComparable: "not comparable",
  noiseOfOne: "The noise of {setting} is {noise}.",
  compared: "Noise compared with {first}: {ratios}.",
  comparedShort: "Noise of {least} compared with {first}: {ratio}.",
  biased:
    "{setting} is biased: it points elsewhere (mean cosine {cosine}), and little scatter does not help.",
  sample:
    "{estimates} estimates of {trajectories} trajectories each, the same ones for every setting; {steps} environment steps in all. Reference: {referenceIs} ({reference} trajectories).",

  // Columns of the table.
  settingColumn: "setting",
  varianceColumn: "variance ÷ squared gradient",
  normColumn: "norm of the mean",
  meanCosine: "mean cosine",
  smallestCosine: "smallest cosine",
  largestCosine: "largest cosine",
});
