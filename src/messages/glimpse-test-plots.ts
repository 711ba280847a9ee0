import { section } from "./section";

/** The pictures of a test in the glimpse lab. */
export const glimpseTestPlots = section("glimpse-test-plots", {
  // The confusion matrix.
  pick: "Answers by digit: pick one to read",
  howToRead: "Point at a number, or use the arrow keys, to read it.",
  howToReadShort: "Point at a number to read it.",
  answeredAcross: "answered →",
  isDown: "is ↓",
  cell: "Is {label}, answered {answer}: {count} of {total}",
  cellShare: "Is {label}, answered {answer}: {count} of {total}, {percent} %",
  noAnswers: "Answers by digit: nothing to show yet.",
  answers: "Answers by digit: {wrong} of {count} wrong.",
  mostOften: "Most often: {cells}.",
  answeredColumn: "answered {digit}",

  // Mistakes.
  noMistakes: "Mistakes: nothing to show yet",
  noMistake: "No mistake",
  firstMistakes: "The first {shown} of {count} mistakes",
  allMistakes: "All {count} mistakes",
  isLabel: "is {label},",
  answered: "answered {answer}",
  mistake: "is {label}, answered {answer}",
  mistakesSentence: "{title}.",
  mistakesList: "{title}: {mistakes}.",
  isColumn: "is",
  answerColumn: "answered",
  placesColumn: "glimpses at",

  // Mean paths.
  pathsTitle: "Mean place of every glimpse, digit by digit (in bold); x and y from −{end} to {end}",
  noPaths: "Mean places of the glimpses: nothing to show yet.",
  paths: "Mean places of the glimpses for each digit. {paths}",
  path: "Digit {digit}: {places}.",
  digitColumn: "digit",
  glimpseColumn: "glimpse",
  meanX: "mean x",
  meanY: "mean y",
});
