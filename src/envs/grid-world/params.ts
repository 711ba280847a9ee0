import type { ParamDefs } from "../../core/params";
import { parseCells, parseRows, parseWind, cellsSchema, rowsSchema, windSchema, type Cells } from "./map";

/** The parameters of a grid world; their meaning is fixed in docs/scenario.md. */
export interface GridWorldParams {
  rows: string[];
  cells: Cells;
  wind: number[];
  stepReward: number;
  bumpReward: number;
  noise: number;
  exitAction: boolean;
  maxSteps: number;
}

export const gridWorldParams: ParamDefs<GridWorldParams> = {
  rows: {
    kind: "data",
    label: "Map",
    help: "One string a row: . floor, # wall, S start, T terminal.",
    live: true,
    default: ["T...", "....", "....", "...T"],
    parse: parseRows,
    jsonSchema: rowsSchema,
  },
  cells: {
    kind: "data",
    label: "Cells",
    help: "Rewards, jumps and restarts of single cells.",
    live: true,
    default: {},
    parse: parseCells,
    jsonSchema: cellsSchema,
  },
  wind: {
    kind: "data",
    label: "Wind",
    help: "For each column, how many rows a move out of it is blown up.",
    live: true,
    default: [],
    parse: parseWind,
    jsonSchema: windSchema,
  },
  stepReward: {
    kind: "number",
    label: "Step reward",
    symbol: "r_{\\text{step}}",
    help: "Paid for every move.",
    live: true,
    default: -1,
    min: -1000,
    max: 1000,
    step: 0.01,
  },
  bumpReward: {
    kind: "number",
    label: "Bump reward",
    symbol: "r_{\\text{bump}}",
    help: "Paid on top when a wall or the border stops a move.",
    live: true,
    default: 0,
    min: -1000,
    max: 1000,
    step: 0.01,
  },
  noise: {
    kind: "number",
    label: "Noise",
    symbol: "\\text{noise}",
    help: "Probability that a move slips to one of the two sides, half of it to each.",
    live: true,
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
  },
  exitAction: {
    kind: "flag",
    label: "Exit action",
    help: "On: a terminal is entered like any cell, and one more action there pays its reward and ends (CS188). Off: entering it pays and ends.",
    live: true,
    default: false,
  },
  maxSteps: {
    kind: "number",
    label: "Longest episode",
    help: "An episode is cut off after this many steps. The cut is not an ending: the state it stops in keeps its value.",
    live: true,
    default: 1000,
    min: 1,
    max: 100_000,
    step: 1,
    integer: true,
    scale: "log",
  },
};
