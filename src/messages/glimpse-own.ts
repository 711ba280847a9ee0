import { section } from "./section";

/** An image of one's own in the glimpse lab: what it is made with, and what to do next. */
export const glimpseOwn = section("glimpse-own", {
  image: "Your own image",
  glimpses: "Glimpses of your own image",

  // What a pointer does, by the modes' names, and how the image is used in each.
  onImage: "On the image",
  draw: "Draw",
  move: "Move",
  place: "Place the glimpses yourself",
  drawKeys:
    "Draw on the image. Arrow keys move the pen, Enter puts it down or lifts it, Backspace takes back.",
  moveKeys: "Move what is on the image. Arrow keys move it, with Shift by five pixels.",
  placeKeys:
    "Place glimpses on the image. Arrow keys move the cross, Enter takes a glimpse there, Backspace takes it back.",

  undo: "Undo",
  clear: "Clear",
  erase: "Erase",
  goOn: "Let the policy go on",
  takeBack: "Take back",
  startAgain: "Start again",

  size: "Size",
  clutter: "Clutter",
  pieceOne: "{count} piece",
  pieceMany: "{count} pieces",
  takeDigit: "Take a test digit",
  digit: "Test digit",
  whichDigit: "Which of the test digits",
  digitNumber: "Number of the test digit",
  next: "Next",

  noNetwork:
    "There is no network to ask: the run could not be started, and a message says why. You can draw all the same.",
  tryAgain: "Try again",
  drawFirst:
    "Draw a digit on the black square, or take one of the test digits: the network looks at it while you draw.",
  blank: "There is nothing on the image yet. Draw a digit, or take a test digit.",
  drawOn: "Draw on: the network looks again at every change.",
  moveOn: "Drag the digit, or use the arrow keys, and see where the network looks.",
  placedSome: "You placed {count}, the policy the rest.",
  placedAll: "All {count} glimpses are placed.",
  placeNext: "Click where glimpse {number} of {count} shall be, or use the arrow keys and Enter.",

  // For screen readers.
  empty: "The image is empty.",
  penDown: "The pen is down.",
  penUp: "The pen is up.",
});
