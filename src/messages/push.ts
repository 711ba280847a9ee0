import { section } from "./section";

/** Striking the pole. */
export const push = section("push", {
  name: "Push the pole",
  push: "Push",
  left: "Push left",
  right: "Push right",
  help: "Strikes the pole: 57° a second more, to that side. Part of the run like any change; keys [ and ].",

  locked: "Pushing is locked.",
  preparing: "The run is still being prepared.",
  finished: "The run has ended. Reset begins a new one.",
  measuring: "Wait for the measurement, or cancel it: the policy is held for it.",
  seeking: "Wait until the run has arrived where it is going.",
});
