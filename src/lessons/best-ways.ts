import { isGreedy } from "../core/greedy";
import type { Scenario } from "../core/scenario";
import type { RunFacts } from "./run-facts";

const ACTIONS = 4;
/** Up, right, down, left, as rows and columns. */
const MOVES = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
] as const;

/** Where the best arrows lead from the start of a grid world, whichever of equally good ones is followed. */
export interface Ways {
  /** What the terminals pay that are reached, in rising order. */
  readonly pays: readonly number[];
  /** Moves of the longest way; Infinity where one can follow arrows for ever. */
  readonly moves: number;
  /** The cells on the way, counted row by row. */
  readonly cells: ReadonlySet<number>;
}

/** Follows the arrows over the map, as if no move slipped. */
export function bestWays({ view }: Pick<RunFacts, "view">, { env }: Scenario): Ways {
  const rows = env.params.rows as readonly string[];
  const cells = (env.params.cells ?? {}) as Readonly<Record<string, { reward?: number }>>;
  const columns = rows[0].length;
  const pays = new Set<number>();
  const longest = new Map<number, number>();

  const neighbour = (at: number, action: number): number => {
    const [down, right] = MOVES[action];
    const [row, column] = [Math.floor(at / columns) + down, (at % columns) + right];
    return (rows[row]?.[column] ?? "#") === "#" ? at : row * columns + column;
  };
  const follow = (at: number): number => {
    const known = longest.get(at);
    if (known !== undefined) return known;
    const [row, column] = [Math.floor(at / columns), at % columns];
    if (rows[row][column] === "T") {
      pays.add(cells[`${row},${column}`]?.reward ?? 0);
      return 0;
    }
    longest.set(at, Infinity); // whoever comes here again on the same way walks in a circle
    const Q = view?.Q ?? new Float64Array(columns * rows.length * ACTIONS);
    const best = MOVES.map((_, action) => action).filter((action) => isGreedy(Q, at, action, ACTIONS));
    const moves = 1 + Math.max(...best.map((action) => follow(neighbour(at, action))));
    longest.set(at, moves);
    return moves;
  };

  const moves = follow(rows.join("").indexOf("S"));
  return { pays: [...pays].toSorted((a, b) => a - b), moves, cells: new Set(longest.keys()) };
}
