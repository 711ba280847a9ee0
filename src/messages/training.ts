import { section } from "./section";

/** What the labs that train networks have in common. */
export const training = section("training", {
  learning: "Learning",
  learningHelp: "Learning: {help}",

  diverged: "{why} Change a setting here, and Run goes on from them.",
  resetWithRate: "Reset with learning rate {rate}",
  resetTuned: "Reset with the well-tuned settings",
  reset: "Reset",
  close: "Close",
});
