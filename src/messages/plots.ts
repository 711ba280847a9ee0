import { section } from "./section";

/** What all drawings say: before there is anything, and of marks that can be picked. */
export const plots = section("plots", {
  nothing: "Nothing to show yet.",
  nothingOf: "{title}: nothing to show yet.",
  nothingToPick: "nothing to pick yet",
  nonePicked: "none of {count}",
});
