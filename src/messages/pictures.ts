import { section } from "./section";

/** What the pictures of all labs have about them. */
export const pictures = section("pictures", {
  figure: "Figure",
  picture: "Picture",

  table: "Numbers as a table",
  tableOf: "{name}, as a table",
  firstRows: "{name}: the first {shown} of {count} rows; the CSV file has all",
  noNumbers: "No numbers yet.",
  save: "Save “{name}”",
  when: "{name}; {algorithm}, seed {seed}, gradient step {step}",
  noPng: "The picture could not be drawn as PNG. Save it as SVG instead.",

  cancel: "Cancel",
  percent: "{percent} %",
  notStarted: "The run could not be started; a message says why.",
  tryAgain: "Try again",
});
