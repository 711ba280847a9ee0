import { section } from "./section";

/** The messages of the page, whatever they say. */
export const notices = section("notices", {
  label: "Messages",
  fewer: "Fewer",
  older: "{count} older messages",
  oneOlder: "{count} older message",
  dismiss: "Dismiss",
});
