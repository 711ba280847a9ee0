import { fail, ok, type Result } from "../../core/result";

/** What is special about a cell, besides its letter in the map. */
export interface CellExtra {
  /** Paid by every move that ends here. */
  reward?: number;
  /** Any action from here goes to `to` and pays exactly `reward`. */
  jump?: { to: [row: number, column: number]; reward: number };
  /** Ending here puts the agent back on the start without ending the episode. */
  restart?: true;
}

/** Keyed "row,column", counted from 0 at the top left. */
export type Cells = Readonly<Record<string, CellExtra>>;

/** Actions in the order of every table: up, right, down, left. */
export const MOVES: readonly (readonly [row: number, column: number])[] = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
];

/** The longest side of a map, in cells. */
export const MAX_SIDE = 64;
const MAX_REWARD = 1e6;

export function parseRows(raw: unknown): Result<string[]> {
  if (!Array.isArray(raw) || raw.length === 0) return fail("the map must be a list of at least one row.");
  if (raw.length > MAX_SIDE) return fail(`the map has ${raw.length} rows; at most ${MAX_SIDE} fit.`);
  const width = typeof raw[0] === "string" ? raw[0].length : 0;
  if (width === 0) return fail("the first row must be a string of at least one cell.");
  if (width > MAX_SIDE) return fail(`the map has ${width} columns; at most ${MAX_SIDE} fit.`);
  let starts = 0;
  let walls = 0;
  for (const [index, row] of raw.entries()) {
    if (typeof row !== "string") return fail(`row ${index + 1} must be a string.`);
    if (row.length !== width) {
      return fail(
        `all rows must be equally long: row ${index + 1} has ${row.length} cells, row 1 has ${width}.`,
      );
    }
    for (const letter of row) {
      if (!".#ST".includes(letter)) {
        return fail(
          `row ${index + 1} holds “${letter}”; a map is made of . (floor), # (wall), S (start) and T (terminal).`,
        );
      }
      if (letter === "S") starts++;
      if (letter === "#") walls++;
    }
  }
  if (starts > 1) return fail(`the map has ${starts} starts; it can have one.`);
  if (walls === width * raw.length) return fail("the map is all walls.");
  return ok(raw as string[]);
}

export function parseCells(raw: unknown): Result<Cells> {
  if (!isRecord(raw)) return fail('it must be an object like {"0,1": {"reward": 10}}.');
  const keys = Object.keys(raw);
  if (keys.length > MAX_SIDE * MAX_SIDE)
    return fail(`there are ${keys.length} special cells; the largest map has ${MAX_SIDE * MAX_SIDE}.`);
  const cells: Record<string, CellExtra> = {};
  for (const key of keys) {
    if (!/^(0|[1-9]\d?),(0|[1-9]\d?)$/.test(key))
      return fail(`“${key.slice(0, 40)}” is not a cell; write "row,column" counted from 0.`);
    const extra = parseExtra(raw[key]);
    if (!extra.ok) return fail(`cell ${key}: ${extra.error}`);
    if (Object.keys(extra.value).length > 0) cells[key] = extra.value;
  }
  return ok(cells);
}

function parseExtra(raw: unknown): Result<CellExtra> {
  if (!isRecord(raw)) return fail("it must be an object with reward, jump or restart.");
  const extra: CellExtra = {};
  for (const [name, value] of Object.entries(raw)) {
    if (name === "reward") {
      if (!isReward(value)) return fail(`a reward is a number between −${MAX_REWARD} and ${MAX_REWARD}.`);
      if (value !== 0) extra.reward = value;
    } else if (name === "restart") {
      if (value !== true) return fail("restart can only be true.");
      extra.restart = true;
    } else if (name === "jump") {
      const jump = parseJump(value);
      if (!jump.ok) return jump;
      extra.jump = jump.value;
    } else {
      return fail(`“${name.slice(0, 40)}” is not known; a cell has reward, jump and restart.`);
    }
  }
  return ok(extra);
}

function parseJump(raw: unknown): Result<NonNullable<CellExtra["jump"]>> {
  const wrong = fail('a jump looks like {"to": [row, column], "reward": 10}.');
  if (!isRecord(raw) || Object.keys(raw).some((name) => name !== "to" && name !== "reward")) return wrong;
  const { to, reward } = raw;
  if (
    !Array.isArray(to) ||
    to.length !== 2 ||
    !to.every((n) => Number.isInteger(n) && n >= 0 && n < MAX_SIDE)
  )
    return wrong;
  if (!isReward(reward)) return wrong;
  // Adding 0 turns −0, which JSON can read but not write, into 0.
  return ok({ to: [(to[0] as number) + 0, (to[1] as number) + 0], reward: reward + 0 });
}

export function parseWind(raw: unknown): Result<number[]> {
  if (!Array.isArray(raw) || raw.length > MAX_SIDE)
    return fail(`it must be a list of at most ${MAX_SIDE} numbers, one a column.`);
  if (!raw.every((n) => Number.isInteger(n) && Math.abs(n as number) < MAX_SIDE)) {
    return fail(`each wind must be a whole number of rows below ${MAX_SIDE}.`);
  }
  const wind = raw.map((n) => (n === 0 ? 0 : (n as number)));
  return ok(wind.every((n) => n === 0) ? [] : wind);
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

function isReward(raw: unknown): raw is number {
  return typeof raw === "number" && Number.isFinite(raw) && Math.abs(raw) <= MAX_REWARD;
}

export const rowsSchema = {
  type: "array",
  minItems: 1,
  maxItems: MAX_SIDE,
  items: { type: "string", pattern: "^[.#ST]+$", minLength: 1, maxLength: MAX_SIDE },
};

const rewardSchema = { type: "number", minimum: -MAX_REWARD, maximum: MAX_REWARD };

export const cellsSchema = {
  type: "object",
  propertyNames: { pattern: "^(0|[1-9]\\d?),(0|[1-9]\\d?)$" },
  additionalProperties: {
    type: "object",
    additionalProperties: false,
    properties: {
      reward: rewardSchema,
      restart: { const: true },
      jump: {
        type: "object",
        additionalProperties: false,
        required: ["to", "reward"],
        properties: {
          to: {
            type: "array",
            minItems: 2,
            maxItems: 2,
            items: { type: "integer", minimum: 0, maximum: MAX_SIDE - 1 },
          },
          reward: rewardSchema,
        },
      },
    },
  },
};

export const windSchema = {
  type: "array",
  maxItems: MAX_SIDE,
  items: { type: "integer", minimum: 1 - MAX_SIDE, maximum: MAX_SIDE - 1 },
};
