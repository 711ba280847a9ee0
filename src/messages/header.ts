import { section } from "./section";

/** The top of the page, and the menu in it. */
export const header = section("header", {
  labs: "Labs",
  lecture: "Lecture",
  presetsNow: "Presets. Now:",
  share: "Share",
  more: "More",
  benchmark: "Benchmark this device",
  keys: "Keys",
  about: "About",
  present: "Present",
  undo: "Undo",
  redo: "Redo",
});
