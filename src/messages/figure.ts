import { section } from "./section";

/** Around the figure of a grid world: which picture it is, and the chosen cell. */
export const figure = section("figure", {
  name: "Figure",
  picture: "Picture",
  run: "Run",
  compare: "Random vs optimal",
  threeViews: "Policy, value, model",
  zoom: "Zoom",
  zoomOut: "Zoom out",
  zoomIn: "Zoom in",
  fit: "Fit",
  edit: "Edit map",
  editDone: "Done editing",
  layers: "Layers",
  layersOf: "Layers of the figure",

  chosen: "Chosen cell",
  chooseCell: "Click a cell to see where its value comes from.",
  equationOf: "Equation of",
  q: "Q, {place}",
  reward: "Reward here",
  rewardSlider: "Reward here, slider",
  close: "Close",

  random: "Random policy",
  optimal: "Optimal policy",
  computing: "Computing both exactly …",
  returnsFromStart:
    "Expected return from the start: random *{random}*, optimal *{optimal}*. Each picture has its own colour scale.",
  returnsFromAny:
    "Expected return from a random cell: random *{random}*, optimal *{optimal}*. Each picture has its own colour scale.",
  noReturn: "does not exist",
});
