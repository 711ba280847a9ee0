import { scaleLinear, select } from "d3";
import { cartPoleFigure as words } from "../../../messages/cart-pole-figure";
import type { CartPoleWorld } from "./model";
import type { Size, Stage } from "./stage";

/** Height of the writing under the track, in pixels. */
export const AXIS_HEIGHT = 46;
/** Width of the label of a limit. */
const LABEL = 52;

/** All of a picture that stays while the cart moves: the track, its limits, and in a large picture its metres. */
export function drawScenery(
  group: SVGGElement,
  world: CartPoleWorld,
  stage: Stage,
  size: Size,
  large: boolean,
): void {
  const { left, right, track } = stage;
  const high = Math.max(0, track - stage.hinge - stage.pole.length);
  select(group)
    .selectAll<SVGRectElement, Bar>("rect.beyond")
    .data([
      { x: 0, width: left },
      { x: right, width: size.width - right },
    ])
    .join("rect")
    .attr("class", "beyond")
    .attr("x", (bar) => bar.x)
    .attr("y", high)
    .attr("width", (bar) => Math.max(0, bar.width))
    .attr("height", track - high);
  path(group, "limits", `M${left},${high}V${track}M${right},${high}V${track}`);
  path(group, "track", `M0,${track}H${size.width}`);
  drawAxis(group, world, stage, large);
}

interface Bar {
  x: number;
  width: number;
}

interface Label {
  x: number;
  y: number;
  text: string;
  kind: string;
}

function drawAxis(group: SVGGElement, { xLimit }: CartPoleWorld, stage: Stage, large: boolean): void {
  const { track, centre, scale } = stage;
  const metres = large ? scaleLinear([-xLimit, xLimit], [0, 1]).ticks((scale * xLimit) / 40) : [];
  const at = (x: number) => centre + scale * x;
  // A tick beside a limit would touch the limit's own label.
  const apart = metres.filter(
    (x) => (xLimit - Math.abs(x)) * scale > 34 && at(Math.abs(x)) < 2 * centre - LABEL - 20,
  );
  path(group, "ticks", apart.map((x) => `M${at(x)},${track}v6`).join(""));
  const inside = (x: number) => Math.min(2 * centre - LABEL / 2, Math.max(LABEL / 2, x));
  const number = (x: number) => String(x).replace("-", "−");
  const labels: Label[] = [
    ...apart.map((x) => ({ x: at(x), y: track + 21, text: number(x), kind: "tick" })),
    ...[-xLimit, xLimit].map((x) => ({
      x: inside(at(x)),
      y: track + 21,
      text: `${number(x)} m`,
      kind: "limit",
    })),
    { x: centre, y: track + 40, text: words.position, kind: "axis" },
  ];
  select(group)
    .selectAll<SVGTextElement, Label>("text")
    .data(large ? labels : [])
    .join("text")
    .attr("class", (label) => label.kind)
    .attr("x", (label) => label.x)
    .attr("y", (label) => label.y)
    .text((label) => label.text);
}

function path(group: SVGGElement, name: string, d: string): void {
  select(group).selectAll(`path.${name}`).data([d]).join("path").attr("class", name).attr("d", d);
}
