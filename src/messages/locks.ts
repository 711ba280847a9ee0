import { section } from "./section";

/** What is said where something is locked. */
export const locks = section("locks", {
  locked: "locked",
  mapLocked: "Map locked",
  refused: "This is locked: whoever made the experiment wants it to stay as it is.",
  unlockIt: "To change it, press “Unlock a copy for myself” beside the parameters.",
  openIt: "Open it in full to change a copy of it.",
  someLocked: "Some of this is locked by its author.",
  unlock: "Unlock a copy for myself",
});
