import { section } from "./section";

/** The map of values over two numbers of the observation. */
export const valueMap = section("value-map", {
  greedyAction: "Greedy action",
  held: "Held: {numbers}.",
  discountedReturn: "discounted return",
  probability: "probability",
  greedy: "Greedy:",
  mostProbable: "Most probable:",
  presentState: "present state",

  over: "{title} over {x} and {y}.",
  range: "Values from {least} to {most}, the largest at {x} = {across}, {y} = {up}.",
  share: "{action} in {percent} %",
  greedyShares: "Greedy action: {shares} of the map.",
  probableShares: "Most probable action: {shares} of the map.",
  atState: "At the present state: {action}.",
  valueAtState: "At the present state: {value}, {action}.",

  greedyColumn: "greedy action",
  probableColumn: "most probable action",
});
