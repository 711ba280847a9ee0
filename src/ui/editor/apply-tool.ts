import type { Arrows } from "../../algos/policy-evaluation/arrows";
import { cellName } from "../../envs/grid-world/figure/cell-name";
import { gridWorld } from "../../envs/grid-world/env";
import { editor as words } from "../../messages/editor";
import { fill } from "../../messages/section";
import { edit, endGesture } from "../session";
import { capital } from "../text";
import { toggleArrow } from "./arrows";
import { changeMap, currentMap } from "./change-map";
import { say, useEditor } from "./editor-state";
import { extraOf, jumpSourceProblem, letterOf, paint, type Brush } from "./map-edit";
import type { ToolId } from "./tools";

/** What one cell is enough for: a jump takes two. */
type Stamp = Exclude<Brush, { kind: "jump" }>;

/** The brush of the stroke in progress; a stroke that begins on a wall with the Wall tool removes walls. */
let brush: Stamp | null = null;
let strokes = 0;

/** Uses a tool on a cell. `begins`: the first cell of a stroke; the whole stroke is one step of undo. */
export function applyTool(tool: string, cell: number, action: number | null, begins: boolean): void {
  if (begins) {
    strokes++;
    brush = brushOf(tool as ToolId, cell);
    if (tool === "jump") jumpStep(cell);
    if (tool === "arrow") toggle(cell, action);
  }
  if (brush) stamp(cell, brush);
}

/** Ends a stroke over `cell`. `inPlace`: it was a key, not a drag. */
export function endStroke(cell: number, inPlace = false): void {
  const { jumpFrom } = useEditor.getState();
  if (!inPlace && jumpFrom !== null && jumpFrom !== cell) jumpStep(cell);
  brush = null;
  endGesture();
}

function brushOf(tool: ToolId, cell: number): Stamp | null {
  const letter = letterOf(currentMap(), cell);
  switch (tool) {
    case "wall":
      return { kind: letter === "#" ? "floor" : "wall" };
    case "terminal":
      return { kind: letter === "T" ? "floor" : "terminal" };
    case "reward":
      return { kind: "reward", value: useEditor.getState().reward };
    case "floor":
    case "start":
    case "restart":
      return { kind: tool };
    case "jump":
    case "arrow":
      return null;
  }
}

function stamp(cell: number, { ...brush }: Stamp): void {
  const map = currentMap();
  const painted = paint(map, cell, brush);
  if (!("map" in painted)) {
    say(painted.says);
    return;
  }
  changeMap(painted.map, `stroke ${strokes}`);
  const name = capital(cellName(cell, map.rows[0].length));
  say(
    brush.kind === "reward"
      ? fill(words.rewardDone, { cell: name, value: brush.value })
      : fill(words[`${brush.kind}Done`], { cell: name }),
  );
}

/** First the cell that the jump leaves, then the one it leads to. */
function jumpStep(cell: number): void {
  const map = currentMap();
  const columns = map.rows[0].length;
  const { jumpFrom, jumpReward } = useEditor.getState();
  if (jumpFrom === null) {
    const wrong = jumpSourceProblem(map, cell);
    if (!wrong) useEditor.setState({ jumpFrom: cell });
    const from = extraOf(map, cell).jump ? words.jumpFromAgain : words.jumpFrom;
    say(wrong ?? fill(from, { cell: cellName(cell, columns) }));
    return;
  }
  const painted = paint(map, jumpFrom, { kind: "jump", to: cell, reward: jumpReward });
  if (!("map" in painted)) {
    say(painted.says);
    return;
  }
  useEditor.setState({ jumpFrom: null });
  changeMap(painted.map);
  const [from, to] = [cellName(jumpFrom, columns), cellName(cell, columns)];
  say(fill(words.jumpDone, { from, to, reward: jumpReward }));
}

function toggle(cell: number, action: number | null): void {
  const map = currentMap();
  if (!".S".includes(letterOf(map, cell))) {
    say(words.noDecision);
    return;
  }
  if (action === null) {
    say(words.arrowKeys);
    return;
  }
  edit((scenario) => {
    const { params } = scenario.algo;
    if (!("arrows" in params)) return scenario;
    const arrows = toggleArrow(params.arrows as Arrows, cell, action);
    return { ...scenario, algo: { ...scenario.algo, params: { ...params, policy: "custom", arrows } } };
  });
  const name = capital(cellName(cell, map.rows[0].length));
  say(fill(words.arrowDone, { cell: name, action: gridWorld.actionNames[action] }));
}
