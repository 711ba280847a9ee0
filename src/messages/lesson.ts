import { section } from "./section";

/** What stands around the text of a chapter. */
export const lesson = section("lesson", {
  lecture: "The lecture",
  seen: "Steps seen in this browser: {count}",
  seenAndPassed: "Steps seen in this browser: {count}, challenges passed: {passed}",

  chapter: "Chapter {number}: {title}",
  where: "Chapter {number} · {title} · step {at} of {count}",
  steps: "Steps of the chapter",
  back: "Back",
  backTo: "Back: {title}",
  next: "Next",
  nextIs: "Next: {title}",
  all: "All controls of the lab",
  chapters: "Chapters",
  leave: "Leave the lecture",

  point: "Point at a symbol, or press it, to read what it stands for.",
  question: "A question",
  ask: "Run it and see",
  underWay: "The run is under way …",
  yes: "*Yes:* the run shows “{option}”.",
  no: "*No:* the run shows “{option}”.",
  otherwise:
    "With the experiment as the chapter has it, it is “{option}”. Was something changed? Open the step again to see it.",

  fine: "What is exact, and sources",
  exact: "What is exact",
  simplified: "What is simplified",
  sources: "Sources",

  noChapter: "The lecture has no chapter called “{id}”; its chapters are under Lecture.",
  notFetched: "This chapter could not be fetched. Check the connection and try again; your work is kept.",
});
