import { formatShort, formatSigned } from "../../../plots/number";
import type { Mark } from "./cell-layer";
import { corner, place, write } from "./place";
import { arrowStyle, type Scene } from "./scene";
import { CELL } from "./viewport";

/** Sizes of text in CSS pixels: as large as this where there is room, abbreviated below `whole`, none below `smallest`. */
const PX = { largest: 11, whole: 8.5, smallest: 6 };
/** Largest text that leaves the number in the middle free, in drawing units. */
const HIGHEST = 22;
/** Width of a character, height of a digit and the space around them, over the font size. */
const CHARACTER = 0.6;
const HEIGHT = 0.74;
const AROUND = { side: 0.18, above: 0.1 };
/** Side of the mark on cells too small for numbers, alone and beside a value: in drawing units, at least so many CSS pixels. */
const MARK = { side: 46, between: 32, px: 6 };
/** Marks from this size on have a sign, in CSS pixels. */
const SIGN_PX = 5;

/** The reward of entering a cell as it is written on its plate; sizes and places in drawing units from the cell's corner. */
interface Plate {
  text: string;
  size: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The plate of a cell with a reward: in the top left corner, beside what else the cell shows. null without a reward,
 * where it is written in the middle, and where it could not be read (`rewardSigns` are there then).
 */
export function plateOf(scene: Scene, cell: number): Plate | null {
  const reward = shownReward(scene, cell);
  if (reward === null || scene.detail === "small" || inMiddle(scene, cell)) return null;
  const { x, y, width } = roomFor(scene, cell);
  const px = (size: number) => (size * scene.cellPx) / 100;
  // Down to the number in the middle, whose digits are 0.74 em high.
  const free = 49 - y - (HEIGHT / 2) * (scene.cellNumbers?.size ?? 0);
  const most = Math.min(
    HIGHEST,
    free / (HEIGHT + 2 * AROUND.above),
    Math.max(17, (100 * PX.largest) / scene.cellPx),
  );
  const sizeFor = (text: string) => Math.min(most, width / (CHARACTER * text.length + 2 * AROUND.side));
  const sign = reward > 0 ? "+" : "";
  const full = formatSigned(reward);
  // In little room 5402 becomes 5.4k or 5k, and 0.25 loses its first zero.
  const candidates =
    Math.abs(reward) >= 1000
      ? [full, sign + formatShort(reward), sign + formatShort(reward, 0)]
      : [full, full.replace(/^([+−])0\./, "$1.")];
  const text = candidates.find((one) => px(sizeFor(one)) >= PX.whole) ?? candidates[candidates.length - 1];
  const size = sizeFor(text);
  if (px(size) < PX.smallest) return null;
  return {
    text,
    size,
    x,
    y,
    width: size * (CHARACTER * text.length + 2 * AROUND.side),
    height: size * (HEIGHT + 2 * AROUND.above),
  };
}

/** The plates, white on every colour of the heat map. */
export const rewardPlates: Mark = {
  className: "reward-plates",
  tag: "rect",
  key(scene, cell) {
    const plate = plateOf(scene, cell);
    return plate && `${plate.text.length}|${plate.size}|${plate.x}|${plate.y}|${scene.theme.floor.fill}`;
  },
  draw(node, scene, cell) {
    const plate = plateOf(scene, cell);
    if (!plate) return;
    place(node, scene, cell);
    for (const name of ["x", "y", "width", "height"] as const) node.setAttribute(name, String(plate[name]));
    node.setAttribute("fill", scene.theme.floor.fill);
  },
};

/** The numbers on them, with their signs. */
export const rewardNumbers: Mark = {
  className: "numbers",
  tag: "text",
  key(scene, cell) {
    const plate = plateOf(scene, cell);
    return plate && `${plate.text}|${plate.size}|${plate.x}|${plate.y}|${scene.theme.floor.text}`;
  },
  draw(node, scene, cell) {
    const plate = plateOf(scene, cell);
    if (!plate) return;
    const { text, x, y, width, height, size } = plate;
    write(node, scene, cell, text, x + width / 2, y + height / 2, size);
    node.setAttribute("fill", scene.theme.floor.text);
    node.setAttribute("class", "strong");
  },
};

/** Where no number fits: a corner in the colour of the sign, with the sign where that can be seen. */
export const rewardSigns: Mark = {
  className: "reward-signs",
  tag: "path",
  key(scene, cell) {
    const sign = signOf(scene, cell);
    return sign && `${sign}|${markSide(scene)}|${signPaint(scene, sign)}`;
  },
  draw(node, scene, cell) {
    const sign = signOf(scene, cell);
    if (!sign) return;
    const [x, y] = corner(scene, cell);
    const side = markSide(scene);
    node.setAttribute("transform", `translate(${x},${y})`);
    node.setAttribute(
      "d",
      `M0,0H${side}V${side}H0Z${(side * scene.cellPx) / 100 < SIGN_PX ? "" : bars(sign, side)}`,
    );
    node.setAttribute("fill", signPaint(scene, sign));
  },
};

/** The sign that stands for the reward of a cell; null where there is none, or its number is written. */
export function signOf(scene: Scene, cell: number): "+" | "−" | null {
  const reward = shownReward(scene, cell);
  if (!reward) return null;
  const written = scene.detail !== "small" && (inMiddle(scene, cell) || plateOf(scene, cell) !== null);
  return written ? null : reward > 0 ? "+" : "−";
}

function signPaint({ theme }: Scene, sign: "+" | "−"): string {
  return theme.values[sign === "+" ? theme.values.length - 1 : 0].fill;
}

function markSide({ cellPx, detail }: Scene): number {
  const side = detail === "small" ? MARK.side : MARK.between;
  return Math.min(CELL, Math.max(side, Math.round((100 * MARK.px) / cellPx)));
}

/** The bars of a sign in a square from the origin, as subpaths that are stroked with it. */
function bars(sign: "+" | "−", side: number): string {
  const [from, middle, to] = [0.25 * side, 0.5 * side, 0.75 * side];
  const across = `M${from},${middle}H${to}`;
  return sign === "−" ? across : `${across}M${middle},${from}V${to}`;
}

/** The reward of entering a cell, where the layer is on; null without one. */
function shownReward({ map, layers }: Scene, cell: number): number | null {
  const reward = layers.has("rewards") ? map.extras[cell]?.reward : undefined;
  return reward === undefined || map.kinds[cell] === "wall" ? null : reward;
}

/** Whether the middle of the cell holds the reward. */
function inMiddle({ map, fill }: Scene, cell: number): boolean {
  const kind = map.kinds[cell];
  return kind === "terminal" || kind === "restart" || (kind === "exit" && fill === "plain");
}

/** Where a plate may lie: beside the arrow head at the top, between it and the number in the middle, or alone. */
function roomFor(scene: Scene, cell: number): { x: number; y: number; width: number } {
  const { map, fill, layers, detail } = scene;
  if (map.kinds[cell] === "exit") return { x: 9, y: 9, width: 50 };
  const tagged = layers.has("visits") || layers.has("queue");
  const wide = tagged ? 52 : 94;
  if (fill === "q" && detail !== "small") return { x: 1.5, y: 1.5, width: 35 };
  if (!layers.has("arrows")) return { x: 1.5, y: 1.5, width: wide };
  return arrowStyle(scene) === "centre" ? { x: 1.5, y: 1.5, width: 36 } : { x: 1.5, y: 15, width: wide };
}
