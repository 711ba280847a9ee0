import { section } from "./section";

/** The keys of the lecture hall, in the list of keys. */
export const presentKeys = section("presentKeys", {
  title: "While presenting",
  onKeys: "PageDown or N",
  on: "On: from a question to its run, then to the answer, then to the next step. While the run is under way, the answer at once; the run goes on",
  backKeys: "PageUp or P",
  back: "Back: from an answer to its question, else to the step before",
  blankKeys: ". or B",
  blank: "Blank screen; any key brings the slide back",
  holdKeys: "F",
  hold: "Hold this screen while the speaker’s window goes elsewhere, and let it follow again",
  laserKeys: "L",
  laser: "Laser: a large dot that follows the mouse",
  codeKeys: "Q",
  code: "QR code of what is on screen",
  speakerKeys: "S",
  speaker: "Speaker’s window: notes, the next step, a timer",
  screenKeys: "Shift+F or F11",
  screen: "Full screen",
  leaveKeys: "Escape",
  leave: "Close the QR code; then leave the presentation",
});
