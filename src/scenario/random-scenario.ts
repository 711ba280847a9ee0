import type { AnyParamDefs, ParamDef } from "../core/params";
import type { Rng } from "../core/rng";
import { algoSpecs } from "../algos/index";
import { envSpecs } from "../envs/index";

type Params = Record<string, unknown>;

/**
 * The JSON form of a random valid scenario, for tests and benchmarks: every kind of parameter, maps up to
 * 64×64 (small ones more often), special cells, wind, live changes (several at one place among them), all parts of the view, texts in any script.
 */
export function randomScenario(rng: Rng): Record<string, unknown> {
  const algos = Object.values(algoSpecs) as unknown as AnySpec[];
  const networks = algos.filter(({ network }) => network);
  if (networks.length > 0 && chance(rng, 0.2)) return randomNetworkRun(rng, pick(rng, networks));
  const map = randomMap(rng);
  const algo = pick(
    rng,
    algos.filter(({ network }) => !network),
  );
  const envDefs: AnyParamDefs = envSpecs["grid-world"].params;
  const nStates = map.rows.length * map.rows[0].length;
  const scenario: Record<string, unknown> = {
    v: 1,
    env: { id: "grid-world", params: { ...randomParams(rng, envDefs, 0.4), ...map } },
    algo: {
      id: algo.id,
      params: { ...randomParams(rng, algo.params, 0.4), ...randomArrows(rng, algo.params) },
    },
  };
  addTexts(rng, scenario);
  if (chance(rng, 0.5)) scenario.stop = randomStop(rng);
  if (chance(rng, 0.5)) scenario.view = randomView(rng, nStates);
  if (chance(rng, 0.3)) scenario.changes = randomChanges(rng, envDefs, algo.params, map.rows);
  return scenario;
}

interface AnySpec {
  id: string;
  params: AnyParamDefs;
  check?(params: Params): string[];
  network?: unknown;
  needs?: readonly string[];
}

function randomNetworkRun(rng: Rng, algo: AnySpec): Record<string, unknown> {
  const id = algo.needs?.includes("glimpse") ? "glimpse" : "cart-pole";
  const env = envSpecs[id] as unknown as AnySpec;
  const scenario: Record<string, unknown> = {
    v: 1,
    env: { id: env.id, params: randomChecked(rng, env) },
    algo: { id: algo.id, params: randomChecked(rng, algo) },
  };
  addTexts(rng, scenario);
  if (chance(rng, 0.5))
    scenario.stop = chance(rng, 0.5) ? { ...randomStop(rng), solved: true } : { solved: true };
  if (chance(rng, 0.5)) scenario.view = { selected: { state: rng.int(64) }, at: randomPosition(rng, 0) };
  if (chance(rng, 0.3)) {
    const at = randomPosition(rng, 1);
    scenario.changes = [
      { at, push: rng.uniform() - 1 },
      { at, algo: { learning: false }, push: 1 },
    ];
  }
  return scenario;
}

/** Parameters whose relations hold too; the defaults where a draw's do not. */
function randomChecked(rng: Rng, { params, check }: AnySpec): Params {
  const drawn = randomParams(rng, params, 0.4);
  const defaults = Object.fromEntries(Object.entries(params).map(([name, def]) => [name, def.default]));
  return check?.({ ...defaults, ...drawn }).length ? {} : drawn;
}

function addTexts(rng: Rng, scenario: Record<string, unknown>): void {
  if (chance(rng, 0.7)) scenario.seed = rng.uint32();
  if (chance(rng, 0.5)) scenario.title = randomText(rng, 120);
  if (chance(rng, 0.2)) scenario.notes = randomText(rng, 400);
  if (chance(rng, 0.3)) scenario.locks = randomNames(rng, 6);
}

function chance(rng: Rng, probability: number): boolean {
  return rng.uniform() < probability;
}

function pick<T>(rng: Rng, list: readonly T[]): T {
  return list[rng.int(list.length)];
}

function randomMap(rng: Rng): { rows: string[]; cells: Params; wind: number[] } {
  const side = () => (chance(rng, 0.05) ? 33 + rng.int(32) : 1 + rng.int(chance(rng, 0.3) ? 20 : 8));
  const height = side();
  const width = side();
  const walls = rng.uniform() * 0.5;
  const letters: string[][] = Array.from({ length: height }, () =>
    Array.from({ length: width }, () => (chance(rng, walls) ? "#" : chance(rng, 0.05) ? "T" : ".")),
  );
  const open = () => [rng.int(height), rng.int(width)] as const;
  const [r, c] = open();
  letters[r][c] = chance(rng, 0.7) ? "S" : ".";
  const hasStart = letters[r][c] === "S";
  const cells: Params = {};
  for (let i = rng.int(8); i > 0; i--) {
    const [row, column] = open();
    if (letters[row][column] === "#") continue;
    const extra: Params = {};
    if (chance(rng, 0.7)) extra.reward = randomNumber(rng, -1e6, 1e6);
    if (letters[row][column] !== "T") {
      if (hasStart && chance(rng, 0.3)) extra.restart = true;
      const [toRow, toColumn] = open();
      if (letters[toRow][toColumn] !== "#" && chance(rng, 0.3)) {
        extra.jump = { to: [toRow, toColumn], reward: randomNumber(rng, -1e6, 1e6) };
      }
    }
    cells[`${row},${column}`] = extra;
  }
  const wind = chance(rng, 0.3) ? Array.from({ length: width }, () => rng.int(7) - 3) : [];
  return { rows: letters.map((row) => row.join("")), cells, wind };
}

/** Each parameter with probability `share`; those with a parser of their own are made elsewhere. */
function randomParams(rng: Rng, defs: AnyParamDefs, share: number): Params {
  const entries = Object.entries(defs).filter(([, def]) => def.kind !== "data" && chance(rng, share));
  return Object.fromEntries(entries.map(([name, def]) => [name, randomValue(rng, def)]));
}

function randomValue(rng: Rng, def: ParamDef): unknown {
  switch (def.kind) {
    case "number":
      if (def.integer) return def.min + rng.int(def.max - def.min + 1);
      return randomNumber(rng, def.min, def.max);
    case "flag":
      return chance(rng, 0.5);
    case "choice":
      return pick(rng, def.options).value;
    case "data":
      return def.default;
  }
}

/** Short and long decimals, both ends, and zero with either sign. */
function randomNumber(rng: Rng, min: number, max: number): number {
  const value = min + rng.uniform() * (max - min);
  const rounded = Math.min(max, Math.max(min, Math.round(value * 100) / 100));
  return pick(rng, [value, rounded, rounded, min, max, min <= 0 && max >= 0 ? -0 : min]);
}

const SCRIPTS = [
  "a",
  "Z",
  " ",
  '"',
  "\\",
  "\n",
  "é",
  "ß",
  "γ",
  "ε",
  "中",
  "文",
  "ع",
  "😀",
  "\u2028",
  "\uD800",
  "\0",
];

function randomText(rng: Rng, max: number): string {
  return Array.from({ length: rng.int(max + 1) }, () => pick(rng, SCRIPTS)).join("");
}

function randomNames(rng: Rng, max: number): string[] {
  return Array.from({ length: rng.int(max + 1) }, () =>
    pick(rng, [
      "algo.gamma",
      "editor",
      "parameters",
      "all",
      "values",
      "policy",
      "__proto__",
      "constructor",
      randomText(rng, 12),
    ]),
  );
}

function randomStop(rng: Rng): Params {
  if (chance(rng, 0.3)) return { converged: true };
  return { [pick(rng, ["ticks", "sweeps", "episodes"])]: 1 + rng.int(1e9) };
}

function randomPosition(rng: Rng, from: number): { tick: number; phase?: number } {
  const tick = from + rng.int(10 ** (1 + rng.int(6)));
  return chance(rng, 0.5) ? { tick } : { tick, phase: rng.int(9) };
}

function randomView(rng: Rng, nStates: number): Params {
  const view: Params = {};
  if (chance(rng, 0.5)) view.layers = randomNames(rng, 5);
  if (chance(rng, 0.5)) view.selected = { state: rng.int(nStates) };
  if (chance(rng, 0.5)) view.selected = { state: rng.int(nStates), action: rng.int(4) };
  if (chance(rng, 0.5)) view.at = randomPosition(rng, 0);
  if (chance(rng, 0.5)) view.figure = randomText(rng, 10);
  if (chance(rng, 0.5)) view.granularity = "sweep";
  return view;
}

function randomChanges(rng: Rng, env: AnyParamDefs, algo: AnyParamDefs, rows: string[]): unknown[] {
  const live = (defs: AnyParamDefs) =>
    Object.fromEntries(Object.entries(defs).filter(([, def]) => def.live)) as AnyParamDefs;
  let tick = 0;
  let at = { tick };
  return Array.from({ length: 1 + rng.int(5) }, (_, i) => {
    if (i === 0 || chance(rng, 0.6)) at = randomPosition(rng, tick + 1 + rng.int(1000)); // else at the same place
    tick = at.tick;
    const change: Params = { at };
    if (chance(rng, 0.5)) change.algo = randomParams(rng, live(algo), 0.3);
    if (chance(rng, 0.5)) change.env = { ...randomParams(rng, live(env), 0.3), ...opened(rng, rows) };
    return change;
  });
}

/** A policy drawn arrow by arrow, for the algorithm that takes one. */
function randomArrows(rng: Rng, defs: AnyParamDefs): Params {
  if (!Object.hasOwn(defs, "arrows") || chance(rng, 0.3)) return {};
  const drawn = Array.from({ length: rng.int(30) }, () => [
    String(rng.int(4096)),
    [0, 1, 2, 3].filter((action) => action === rng.int(4) || chance(rng, 0.2)),
  ]);
  return { arrows: Object.fromEntries(drawn.filter(([, actions]) => actions.length > 0)) };
}

/** The map with some of its walls taken away: nothing else in the scenario can become wrong by that. */
function opened(rng: Rng, rows: string[]): Params {
  if (chance(rng, 0.5)) return {};
  return {
    rows: rows.map((row) =>
      Array.from(row, (letter) => (letter === "#" && chance(rng, 0.3) ? "." : letter)).join(""),
    ),
  };
}

const FOREIGN = "ABCXYZabcxyz0189-_.#?=v%& \0é";

/** The link with one to three faults: a flipped bit, an end cut off, a letter put in, left out, replaced or swapped. */
export function damaged(link: string, rng: Rng): string {
  const letters = Array.from(link);
  for (let n = 1 + rng.int(3); n > 0; n--) {
    const at = rng.int(letters.length);
    const foreign = FOREIGN[rng.int(FOREIGN.length)];
    const kind = letters.length === 0 ? 2 : rng.int(6);
    if (kind === 0) letters[at] = String.fromCharCode(letters[at].charCodeAt(0) ^ (1 << rng.int(7)));
    else if (kind === 1) letters.length = at;
    else if (kind === 2) letters.splice(at, 0, foreign);
    else if (kind === 3) letters.splice(at, 1);
    else if (kind === 4) letters[at] = foreign;
    else {
      const other = rng.int(letters.length);
      [letters[at], letters[other]] = [letters[other], letters[at]];
    }
  }
  return letters.join("");
}
