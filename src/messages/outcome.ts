import { section } from "./section";

/** Why a run stands still, how far it is on its way, and what its last step did. */
export const outcome = section("outcome", {
  diverged: "Learning has diverged: change a setting to go on, or Reset.",
  nothingChanged: "This sweep changed nothing by more than θ = {theta}.",

  preparing: "Preparing: {work} …",
  preparingToRun: "Preparing: {work}. It will run as soon as it is ready.",
  fetching: "fetching the images, {percent} % so far",
  building: "building the network",
  loading: "loading the network code and starting what it is computed on",

  training: "Training again up to that point",
  replaying: "Replaying to that point",
  testing: "Testing on held-out digits",
  measuring: "Measuring how gradients scatter",
  onTheWay: "{work}, {percent} %",
  onTheWayFor: "{work}, {percent} %, {left}",
  secondsLeft: "about {count} s left",
  minutesLeft: "about {count} min left",
  cancel: "Cancel",

  line: "Line {line}: {says}",
  changed: "{place}: {after}, was {before}.",
  clock: "{clock}.",
});
