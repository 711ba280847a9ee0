import { section } from "./section";

/** What is said of the user's own work and its saving. */
export const saving = section("saving", {
  notOpened: "Saved work could not be opened: {why} It is kept as it is.",
  damaged:
    "Part of the work saved in this browser is damaged and cannot be read. It is kept aside; the rest is fine.",
  gone: "The work that was asked for is not kept in this browser any more. What is kept is under Presets.",
  copy: "You are now changing a copy of your own. Your earlier work is kept; find it under Presets.",
  goBack: "Return to it",
  otherTab:
    "Another tab has changed this work too. Both are kept: what you do here is now a copy of its own, and the other is under Presets.",
  refused:
    "This browser does not let the page save your work here. Use Share to keep it as a link or a file.",
});
