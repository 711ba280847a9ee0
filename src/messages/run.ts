import { section } from "./section";

/** What is said of the run on screen: changes of it, and training that is kept. */
export const run = section("run", {
  otherCourse: "The run takes another course from here: what was changed later is gone. Undo brings it back.",
  mostPushes:
    "This run holds {count} changes and pushes, the most a link can carry. Press Reset to begin again.",
  mostChanges:
    "This run holds {count} changes made on the way, the most a link can carry. Press Reset to begin again with the present settings; then go on changing.",

  resumed: "Training was kept in this browser up to step {step}. Press Run to go on.",
  resumedThrough:
    "Training was kept in this browser up to step {step}, and done again from there to where it was. Press Run to go on.",
  startAnew: "Start anew",
  kept: "Training of this experiment was kept in this browser up to step {step}.",
  goOn: "Go on from there",
});
