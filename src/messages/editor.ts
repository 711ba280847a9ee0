import { section } from "./section";

/** The editor of grid worlds. */
export const editor = section("editor", {
  name: "Map editor",
  tools: "Tools",
  undo: "Undo",
  redo: "Redo",
  cancel: "Cancel",

  // The tools by their names, what they are for, and what they did.
  wall: "Wall",
  wallHelp: "Paint walls; start on a wall to remove walls.",
  wallDone: "{cell}: wall.",
  floor: "Erase",
  floorHelp: "Back to plain floor: no reward, no jump, nothing.",
  floorDone: "{cell}: floor.",
  terminal: "Terminal",
  terminalHelp: "Cells where the episode ends.",
  terminalDone: "{cell}: terminal.",
  start: "Start",
  startHelp: "Where an episode starts. Without a start it is any floor cell.",
  startDone: "{cell}: start.",
  reward: "Reward",
  rewardHelp: "Paid for ending a move here, besides the step reward. 0 removes it.",
  rewardDone: "{cell}: reward {value}.",
  restart: "Restart",
  restartHelp: "Ending a move here puts the agent back on the start, like a cliff.",
  restartDone: "{cell}: back to the start.",

  jump: "Jump",
  jumpHelp: "Choose a cell, then where every move from it leads.",
  jumpPays: "Jump pays",
  jumpFrom: "Jump from {cell}. Choose where it leads.",
  jumpFromAgain: "Jump from {cell}. It leads somewhere already; choose where it leads.",
  jumpDone: "Jump from {from} to {to}, reward {reward}.",
  noJump: "No jump made.",

  arrow: "Arrows",
  arrowHelp:
    "Click a side of a cell, or press Shift and an arrow key: the policy takes this action, or no longer does.",
  arrowDone: "{cell}: {action} added or removed.",
  arrowKeys: "Press Shift and an arrow key to add or remove an action here.",

  // Why a tool does nothing.
  startStays:
    "Cells here send the agent back to the start, so the start must stay. Move it with the Start tool.",
  lastFloor: "The last floor cell must stay: an episode needs a place to start.",
  wallPaysNothing: "A wall pays nothing: no move ends there. Make it floor first.",
  noStart: "There is no start to go back to. Put one on the map with the Start tool first.",
  isStart: "This cell is the start itself.",
  jumpIntoWall: "A jump cannot lead into a wall. Choose another cell.",
  jumpOutOfWall: "A jump cannot start in a wall. Choose another cell.",
  jumpOutOfTerminal: "The episode ends in a terminal, so no jump can start there. Choose another cell.",
  noDecision: "There is no decision to take in this cell. Choose a floor cell.",

  // Its panels, by their names.
  size: "Size",
  wind: "Wind",
  text: "As text",
  clear: "Clear",

  rows: "Rows",
  columns: "Columns",
  atMost: "at most {side} each; new cells are floor",
  top: "row at the top",
  topAdd: "Add a row at the top",
  topRemove: "Remove a row at the top",
  bottom: "row at the bottom",
  bottomAdd: "Add a row at the bottom",
  bottomRemove: "Remove a row at the bottom",
  left: "column on the left",
  leftAdd: "Add a column on the left",
  leftRemove: "Remove a column on the left",
  right: "column on the right",
  rightAdd: "Add a column on the right",
  rightRemove: "Remove a column on the right",
  resized: "The run starts again on the map of the new size.",
  tooSmall: "A map needs at least one row and one column.",
  tooLarge: "A map has at most {side} rows and {side} columns.",

  windHelp: "Wind in each column: rows that a move out of it is blown up (negative: down).",
  windIn: "Wind in column {column}",
  moreWind: "More wind in column {column}",
  lessWind: "Less wind in column {column}",
  windSet: "Column {column}: wind {strength}.",
  noWind: "Column {column}: no wind.",

  textHelp:
    "One line for each row: . floor, # wall, S start, T terminal. A map of another size starts without rewards, jumps and wind.",
  apply: "Use this map",
  applied: "The map is the one you wrote.",
  noMap: "There is no map here. Write one line for each row, for example S..T",
  emptyRow: "Row {row} is empty. Remove the empty line or fill it with . for floor.",
  noFloor: "The map has no floor (.) and no start (S): an episode cannot begin anywhere.",

  clearQuestion: "Make every cell floor, without rewards, jumps and wind?",
  clearMap: "Clear the map",
  cleared: "The map is empty. Undo brings it back.",
});
