import type { CellExtra } from "../../envs/grid-world/map";

/** What a cell is coloured as. */
export type CellLook = "wall" | "terminal" | "gain" | "loss" | "restart" | "wind";

/** A map drawn small, in units of a cell: one path for all cells of a look, so that it stays light. */
export interface MapPicture {
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly { readonly look: CellLook; readonly path: string }[];
  /** The middle of the start, where there is one. */
  readonly start: readonly [x: number, y: number] | null;
  /** From the middle of a cell to that of the one that it leads to. */
  readonly jumps: string;
}

interface MapData {
  readonly rows: readonly string[];
  readonly cells?: Readonly<Record<string, CellExtra>>;
  readonly wind?: readonly number[];
}

/** Draws a map from the parameters of its world. */
export function mapPicture({ rows, cells = {}, wind = [] }: MapData): MapPicture {
  const paths = new Map<CellLook, string>();
  let start: MapPicture["start"] = null;
  let jumps = "";
  for (const [r, row] of rows.entries()) {
    let from = 0;
    for (let c = 0; c < row.length; c++) {
      if (row[c] === "S") start = [c + 0.5, r + 0.5];
      const { jump } = cells[`${r},${c}`] ?? {};
      if (jump) jumps += `M${c + 0.5} ${r + 0.5}L${jump.to[1] + 0.5} ${jump.to[0] + 0.5}`;
      const look = lookOf(row[c], cells[`${r},${c}`], wind[c]);
      const next = c + 1 < row.length ? lookOf(row[c + 1], cells[`${r},${c + 1}`], wind[c + 1]) : null;
      if (look === next && c + 1 < row.length) continue;
      if (look) paths.set(look, `${paths.get(look) ?? ""}M${from} ${r}h${c + 1 - from}v1h${from - c - 1}z`);
      from = c + 1;
    }
  }
  return {
    columns: rows[0].length,
    rows: rows.length,
    cells: [...paths].map(([look, path]) => ({ look, path })),
    start,
    jumps,
  };
}

function lookOf(letter: string, { reward = 0, jump, restart }: CellExtra = {}, wind = 0): CellLook | null {
  if (letter === "#") return "wall";
  const pays = jump?.reward ?? reward;
  if (pays !== 0) return pays > 0 ? "gain" : "loss";
  if (restart) return "restart";
  if (letter === "T") return "terminal";
  return wind === 0 ? null : "wind";
}
