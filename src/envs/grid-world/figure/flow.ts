import { MOVES } from "../map";
import type { Mark } from "./cell-layer";
import { ACTIONS } from "./map";
import type { Scene } from "./scene";
import { CELL } from "./viewport";

/** Smallest side of the block of cells that shares an arrow, and of a cell with an arrow of its own, in CSS pixels. */
const BLOCK_PX = 34;
const OWN_ARROW_PX = 14;
/** Directions and lengths that are told apart. */
const TURNS = 32;
const LENGTHS = 6;

/** Whether the cells are so small that blocks of them share an arrow. */
export function isFlow({ detail, cellPx }: Scene): boolean {
  return detail === "small" && cellPx < OWN_ARROW_PX;
}

/** Cells along a block. */
function blockSide({ cellPx }: Pick<Scene, "cellPx">): number {
  return Math.max(2, Math.round(BLOCK_PX / cellPx));
}

/** The top left cells of the blocks of the map. */
export function blocks(scene: Scene): number[] {
  const side = blockSide(scene);
  const { rows, columns } = scene.map;
  const corners: number[] = [];
  for (let row = 0; row < rows; row += side) {
    for (let column = 0; column < columns; column += side) corners.push(row * columns + column);
  }
  return corners;
}

/**
 * The policy of a large map: one arrow per block of cells, the mean of their moves. The less they agree, the
 * shorter it is; none where they cancel out.
 */
export const flow: Mark = {
  className: "flow",
  tag: "path",
  key(scene, corner) {
    const { right, down } = meanMove(scene, corner);
    const length = Math.round(Math.min(1, Math.hypot(right, down)) * LENGTHS);
    if (length === 0) return null;
    return length * TURNS + (Math.round((Math.atan2(down, right) / (2 * Math.PI)) * TURNS + TURNS) % TURNS);
  },
  draw(node, scene, corner) {
    const { right, down } = meanMove(scene, corner);
    const { rows, columns } = scene.map;
    const [row, column] = [Math.floor(corner / columns), corner % columns];
    const side = blockSide(scene);
    const [wide, high] = [Math.min(side, columns - column), Math.min(side, rows - row)];
    const [x, y] = [(column + wide / 2) * CELL, (row + high / 2) * CELL];
    const turn = (Math.atan2(down, right) * 180) / Math.PI;
    // Blocks at the edge may be narrower.
    const unit = Math.min(wide, high) * CELL;
    const half = 0.4 * unit * Math.min(1, Math.hypot(right, down));
    const [w, head] = [0.045 * unit, 0.15 * unit];
    node.setAttribute("transform", `translate(${x},${y}) rotate(${Math.round(turn)})`);
    node.setAttribute(
      "d",
      `M${-half},${-w}H${half - head}V${-head}L${half + 0.4 * head},0L${half - head},${head}V${w}H${-half}Z`,
    );
  },
};

/** The mean move in a block, over the cells that have a policy. */
export function meanMove(
  scene: Pick<Scene, "map" | "view" | "cellPx">,
  corner: number,
): { right: number; down: number } {
  const { map, view } = scene;
  const side = blockSide(scene);
  const sum = { right: 0, down: 0 };
  let cells = 0;
  if (!view) return sum;
  const column0 = corner % map.columns;
  const row0 = Math.floor(corner / map.columns);
  for (let row = row0; row < Math.min(map.rows, row0 + side); row++) {
    for (let column = column0; column < Math.min(map.columns, column0 + side); column++) {
      const cell = row * map.columns + column;
      if (map.kinds[cell] !== "floor") continue;
      cells++;
      for (let a = 0; a < ACTIONS; a++) {
        const p = view.policy[cell * ACTIONS + a];
        sum.down += p * MOVES[a][0];
        sum.right += p * MOVES[a][1];
      }
    }
  }
  return cells === 0 ? sum : { right: sum.right / cells, down: sum.down / cells };
}
