import { section } from "./section";

/** Scenario files, saved and opened, and what else can be saved. */
export const files = section("files", {
  heading: "File",
  save: "Save file",
  open: "Open file",
  orDrop: "A file dropped on the page opens as well.",
  drop: "Drop the scenario file to open it.",
  isOpen: "“{file}” is open.",
  notOpened: "“{file}” could not be opened. {why}",
  tooLarge: "It is too large for a scenario; at most 1 MiB is read.",
  notRead: "The browser could not read it.",
});
