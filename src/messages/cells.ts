import { section } from "./section";

/** What a cell of a grid world, or an action there, is called, and what it is in a word or two. */
export const cells = section("cells", {
  cell: "row {row}, column {column}",
  pair: "{cell}, {action}",

  wall: "wall",
  terminal: "terminal",
  restart: "back to the start",
  start: "start",
  floor: "floor",
  jump: "jump to {cell}",
});
