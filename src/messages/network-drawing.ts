import { section } from "./section";

/** The drawing of a network. */
export const networkDrawing = section("network-drawing", {
  name: "Network",
  inputOne: "{count} input",
  inputMany: "{count} inputs",
  unitOne: "{count} unit",
  unitMany: "{count} units",
  outputOne: "{count} output",
  outputMany: "{count} outputs",
  every: "every {nth}",

  // What lines and circles mean.
  active: "active",
  negative: "negative",
  largestOutput: "largest output",

  everyDrawn: "Of layer {layer} every {nth} of {count} units is drawn.",
  strongestDrawn: "From layer {from} to {to}: the {count} strongest weights into each unit.",
  layers: "{title}: {layers}.",
  inputs: "Inputs: {values}.",
  outputs: "Outputs: {values}.",
  largest: "Largest output: {name}.",
  strongest: "The strongest weight is {weight}.",

  // Columns of the table.
  layer: "layer",
  unit: "unit",
  activation: "activation",
  strongestInto: "strongest weight into it",
});
