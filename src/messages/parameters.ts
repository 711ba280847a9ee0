import { section } from "./section";

/** The algorithm and the settings of an experiment. */
export const parameters = section("parameters", {
  name: "Algorithm and parameters",
  algorithm: "Algorithm",
  planning: "Planning: the model is known",
  learning: "Learning from experience",

  world: "World",
  worldHelp: "The trained agent meets the changed world at once; reset to train it anew there.",
  settings: "All settings",
  seedIs: "seed {seed}",
  isOff: "no {setting}",
  isSet: "{setting} {value}",
  changed: "{count} changed",
  remarks: "Remarks on these settings",

  help: "{name}: {help}",
  restarts: "restarts",
  helpRestarts: "{help} A change restarts the run.",

  seed: "Seed",
  seedHelp: "Runs with the same seed and the same settings are the same to the last bit.",
  newSeed: "New seed",
});
