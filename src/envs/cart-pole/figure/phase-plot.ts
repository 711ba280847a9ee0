import { scaleLinear, select } from "d3";
import { cartPoleFigure as words } from "../../../messages/cart-pole-figure";
import { standaloneSvg } from "../../../plots/standalone-svg";
import { append } from "./append";
import type { CartPoleWorld } from "./model";
import { DEGREES } from "./motion";
import { phaseScale, phaseTrail, speedOf, type PhaseScale, type Swing } from "./phase";
import type { Size } from "./stage";

/** A live phase plot: the pole's angle across, its angular velocity upwards. */
export interface PhasePlot {
  /** The limits to draw; a new world starts a new scale. */
  setWorld(world: CartPoleWorld): void;
  /** The states of the episode so far, oldest first, and where the pole is now. */
  update(trail: readonly Swing[], now: Swing | null): void;
  toSvg(): string;
  destroy(): void;
}

interface Label {
  x: number;
  y: number;
  text: string;
  kind: string;
}

/** Smaller plots say less: not what the quadrants mean. */
const EXPLAINED = { width: 330, height: 200 };

/** Creates the plot; it fills `host`, whose size it follows. */
export function createPhasePlot(host: HTMLElement): PhasePlot {
  const root = document.createElement("div");
  root.className = "cart-pole-figure cart-pole-phase";
  root.setAttribute("role", "img");
  root.setAttribute("aria-label", words.phase);
  host.append(root);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "cart-pole-drawing");
  svg.setAttribute("aria-hidden", "true");
  root.append(svg);
  const beyond = append(svg, "path", "beyond");
  const grid = append(svg, "path", "grid");
  const limits = append(svg, "path", "limits");
  const labels = append(svg, "g", "labels");
  const way = append(svg, "g", "way");
  const dot = append(svg, "circle", "now is-hidden");
  dot.setAttribute("r", "5");

  let world: CartPoleWorld | null = null;
  let size: Size = root.getBoundingClientRect();
  let speed = 0;
  let scale: PhaseScale | null = null;
  let last: { trail: readonly Swing[]; now: Swing | null } = { trail: [], now: null };

  const drawAxes = () => {
    if (!world || size.width < 2 || size.height < 2) return;
    scale = phaseScale(size, world.thetaLimitDeg, speed);
    const { left, right, top, bottom } = scale;
    const limit = world.thetaLimitDeg / DEGREES;
    const [low, high] = [scale.x(-limit), scale.x(limit)];
    beyond.setAttribute(
      "d",
      `M${left},${top}H${low}V${bottom}H${left}ZM${high},${top}H${right}V${bottom}H${high}Z`,
    );
    grid.setAttribute("d", `M${scale.x(0)},${top}V${bottom}M${left},${scale.y(0)}H${right}`);
    limits.setAttribute("d", `M${low},${top}V${bottom}M${high},${top}V${bottom}`);
    select(labels)
      .selectAll<SVGTextElement, Label>("text")
      .data(labelsOf(scale, world.thetaLimitDeg, size))
      .join("text")
      .attr("class", (label) => label.kind)
      .attr("x", (label) => label.x)
      .attr("y", (label) => label.y)
      .text((label) => label.text);
  };
  const draw = () => {
    const grown = speedOf(speed, last.now ? [...last.trail, last.now] : last.trail);
    if (grown !== speed || !scale) {
      speed = grown;
      drawAxes();
    }
    if (!scale) return;
    const { now } = last;
    select(way)
      .selectAll("path")
      .data(phaseTrail(now ? [...last.trail, now] : last.trail, scale))
      .join("path")
      .attr("class", "trail")
      .attr("d", (shade) => shade.d)
      .attr("stroke-opacity", (shade) => shade.opacity);
    dot.classList.toggle("is-hidden", now === null);
    if (!now) return;
    dot.setAttribute("cx", scale.x(now.theta).toFixed(1));
    dot.setAttribute("cy", scale.y(now.thetaDot).toFixed(1));
  };

  const resized = new ResizeObserver(([entry]) => {
    size = { width: entry.contentRect.width, height: entry.contentRect.height };
    drawAxes();
    draw();
  });
  resized.observe(root);
  return {
    setWorld(next) {
      world = next;
      speed = speedOf(0, []);
      drawAxes();
      draw();
    },
    update(trail, now) {
      last = { trail, now };
      draw();
    },
    toSvg: () => standaloneSvg(svg, getComputedStyle(root).backgroundColor),
    destroy() {
      resized.disconnect();
      root.remove();
    },
  };
}

function labelsOf(scale: PhaseScale, limit: number, size: Size): Label[] {
  const { left, right, top, bottom, speed } = scale;
  const number = (value: number) => String(value).replace("-", "−");
  const across = [-limit, 0, limit].map((angle) => ({
    x: scale.x(angle / DEGREES),
    y: bottom + 16,
    text: `${number(angle)}°`,
    kind: angle === 0 ? "tick" : "limit",
  }));
  const up = scaleLinear([-speed, speed], [0, 1])
    .ticks(4)
    .map((value) => ({
      x: left - 6,
      y: scale.y(value / DEGREES) + 4,
      text: number(value),
      kind: "tick end",
    }));
  const isNarrow = size.width < EXPLAINED.width;
  const titles = [
    {
      x: (left + right) / 2,
      y: bottom + 36,
      text: isNarrow ? words.angleShort : words.angle,
      kind: "axis",
    },
    { x: 8, y: top - 10, text: words.velocity, kind: "axis start" },
  ];
  if (isNarrow || size.height < EXPLAINED.height) return [...across, ...up, ...titles];
  const [near, far] = [scale.x(-limit / 2 / DEGREES), scale.x(limit / 2 / DEGREES)];
  const [high, low] = [top + 18, bottom - 10];
  return [
    ...across,
    ...up,
    ...titles,
    { x: far, y: high, text: words.falling, kind: "note" },
    { x: near, y: low, text: words.falling, kind: "note" },
    { x: near, y: high, text: words.rising, kind: "note" },
    { x: far, y: low, text: words.rising, kind: "note" },
  ];
}
