import { section } from "./section";

/** The lab as a part of another page. */
export const embed = section("embed", {
  ownWorld: "My own world",
  openFull: "Open in full",
  newTab: "(in a new tab)",
  tooLong:
    "What is on screen is too long for a link, so the full page shows the experiment as this frame began it.",
  wrongPart:
    "The address of this frame asks to show “{word}”, which there is not. There are: {known}. The rest is shown.",
  wrongLock:
    "The address of this frame asks to lock “{word}”, which there is not. Write a parameter’s name, parameters, map, algorithm, seed, stop, push or all. The rest is locked.",
  wrongRate:
    "The address of this frame asks for the speed “{word}”. Write rate= and a number from 1 to 10000, or rate=max; for now it runs at its usual speed.",
  wrongAutoplay: "The address of this frame says autoplay={word}. Write autoplay=1, or leave it out.",
  wrongTheme:
    "The address of this frame asks for the theme “{word}”, which there is not. There are: {known}.",
  wrongHost:
    "The address of this frame names the page around it as “{word}”. Write host= and where it is, up to its first single slash; for now it may not send commands.",
  notHost: "The address of this frame does not let {origin} send commands; add host={origin} to it.",
  notMessage: "A message must be an object with bellman: 1 and a type.",
  otherVersion: "The message says bellman: {version}; this page speaks version 1.",
  noCommand: "There is no command “{type}”; there are {known}.",
  seriesIsFlag: "In “read”, “series” is true or false.",
  oneOfTwo: "“load” takes either a link or a scenario.",
  noStep: "{algorithm} has no step “{step}”; it has {known}.",
  diverged: "The run has diverged, so there is nothing to run: send reset, or load another experiment.",
  notOpened: "The experiment could not be opened: {why}",
  ofLecture:
    "it is a step of the lecture, which only a frame’s own address can open: set the frame’s src to it.",
  notFetched: "the part of this page that reads links could not be loaded; reload the page.",
  noJson: "it is no JSON.",
});
