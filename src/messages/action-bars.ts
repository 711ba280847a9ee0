import { section } from "./section";

/** The bars of an action’s values or probabilities. */
export const actionBars = section("action-bars", {
  best: "{title}: {values}. Best: {action}.",
  mostProbable: "{title}: {values}. Most probable: {action}.",
  lead: "best ahead by {value}",
  action: "action",
});
