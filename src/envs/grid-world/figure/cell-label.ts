import { cells } from "../../../messages/cells";
import { gridFigure as words } from "../../../messages/grid-figure";
import { fill } from "../../../messages/section";
import { formatNumber } from "../../../plots/number";
import { cellName } from "./cell-name";
import { gridWorld } from "../env";
import { ACTIONS, hasValue } from "./map";
import { isQueued, priorityText } from "./queue-marks";
import { isBest, VALUE, type Scene } from "./scene";
import { textOf } from "./text-fit";

/** What a screen reader says of a cell: “row 3, column 4, start, V −2.0, best right”. */
export function cellLabel(scene: Scene, cell: number): string {
  const { map, view, layers } = scene;
  const kind = map.kinds[cell];
  const parts = [cellName(cell, map.columns)];
  if (kind === "wall" || kind === "terminal") parts.push(cells[kind]);
  if (kind === "exit") parts.push(cells.terminal);
  if (kind === "restart") parts.push(cells.restart);
  if (cell === map.start) parts.push(cells.start);
  const extra = map.extras[cell];
  if (extra?.reward !== undefined) parts.push(fill(words.reward, { reward: formatNumber(extra.reward) }));
  if (extra?.jump) {
    const [row, column] = extra.jump.to;
    const to = cellName(row * map.columns + column, map.columns);
    parts.push(fill(words.jump, { cell: to, reward: formatNumber(extra.jump.reward) }));
  }
  if (view && hasValue(kind)) {
    const style = scene.cellNumbers ?? scene.pairNumbers;
    const written = (x: number) => (style ? textOf(x, { ...style, smallest: 0 }) : formatNumber(x));
    if (layers.has("values")) parts.push(`${scene.valueName} ${written(view.V[cell])}`);
    if (kind === "floor" && layers.has("q")) {
      for (let a = 0; a < ACTIONS; a++) {
        parts.push(`Q ${gridWorld.actionNames[a]} ${written(view.Q[cell * ACTIONS + a])}`);
      }
    }
    if (scene.visits[cell] > 0) parts.push(fill(words.visited, { count: formatNumber(scene.visits[cell]) }));
    if (kind === "floor" && scene.valueName === VALUE) parts.push(bestActions(view.Q, cell));
    if (isQueued(scene, cell)) parts.push(fill(words.priority, { priority: priorityText(scene, cell) }));
  }
  if (layers.has("agent") && view?.agent === cell) parts.push(words.isAgent);
  return parts.join(", ");
}

/** “best right”, “best up or left”, “all moves equal”. */
function bestActions(Q: ArrayLike<number>, cell: number): string {
  const best = gridWorld.actionNames.filter((_, a) => isBest(Q, cell * ACTIONS + a));
  return best.length === ACTIONS ? words.allEqual : fill(words.best, { actions: best.join(words.or) });
}
