import { section } from "./section";

/** Choosing one of the rows that a picture or an equation shows one of, by what they are. */
export const rows = section("rows", {
  transition: "Transition",
  transitionWhich: "Which of the transitions of the minibatch",
  transitionPrevious: "Previous transition",
  transitionNumber: "Number of the transition",
  transitionNext: "Next transition",
  transitionUpdate: "Update: transition {number} of the minibatch",

  step: "Step",
  stepWhich: "Which of the steps of the trajectory",
  stepPrevious: "Previous step",
  stepNumber: "Number of the step",
  stepNext: "Next step",
  stepUpdate: "Update: step {number} of the trajectory",

  image: "Image",
  imageWhich: "Which of the images of the batch",
  imagePrevious: "Previous image",
  imageNumber: "Number of the image",
  imageNext: "Next image",
  imageUpdate: "Update: image {number} of the batch",

  trajectory: "Trajectory",
  trajectoryWhich: "Which of the trajectories of the last update",
  trajectoryPrevious: "Previous trajectory",
  trajectoryNumber: "Number of the trajectory",
  trajectoryNext: "Next trajectory",

  // “12 of 64”, “12 first 16 of 512”, and from 0 “12 to 99”.
  of: "of {count}",
  firstOf: "first {rows} of {count}",
  to: "to {last}",
});
