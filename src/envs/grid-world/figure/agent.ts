import { select } from "d3";
import { walkPoints, walks } from "./links";
import type { Scene } from "./scene";
import { CELL } from "./viewport";

/** Steps of the trail that are drawn, and into how many shades they fade. */
const REMEMBERED = 96;
const SHADES = 8;

/** The way the agent came, fading into the past; beside the numbers, not through them. */
export function drawTrail(group: SVGGElement, scene: Scene): void {
  const { view, layers, map } = scene;
  const trail = layers.has("agent") && view?.trail ? view.trail.slice(-REMEMBERED) : [];
  if (trail.length > 0 && view?.agent !== undefined && trail[trail.length - 1] !== view.agent) {
    trail.push(view.agent);
  }
  const aside = agentPlace(scene).trail;
  select(group)
    .attr("transform", `translate(${aside},${aside})`)
    .selectAll<SVGPolylineElement, Shade>("polyline")
    .data(shades(trail, map.columns, map.wind))
    .join("polyline")
    .attr("points", (shade) => shade.points)
    .attr("stroke-width", scene.detail === "small" ? 34 : aside === 0 ? 9 : 6)
    .attr("stroke-opacity", (shade) => shade.opacity);
}

/** How far right and down of the centre the trail and the agent's disc are, and the disc's radius. */
function agentPlace({ detail, pairNumbers, cellNumbers }: Scene): {
  trail: number;
  disc: number;
  radius: number;
} {
  if (detail === "small") return { trail: 0, disc: 0, radius: 62 };
  if (pairNumbers) return { trail: 41, disc: 34, radius: 13 };
  return cellNumbers ? { trail: 30, disc: 0, radius: 36 } : { trail: 0, disc: 0, radius: 30 };
}

interface Shade {
  points: string;
  opacity: number;
}

/** The trail cut into stretches, oldest and faintest first. */
export function shades(trail: readonly number[], columns: number, wind: readonly number[]): Shade[] {
  const length = Math.max(1, Math.ceil(trail.length / SHADES));
  const cut: Shade[] = [];
  for (let end = trail.length; end > 0; end -= length) {
    const age = cut.length === 0 ? 0 : (trail.length - end) / trail.length;
    const opacity = Math.round((0.75 - 0.6 * age) * 100) / 100;
    // One state more at the front joins the stretch to the one before.
    for (const walk of walks(trail.slice(Math.max(0, end - length - 1), end), columns, wind)) {
      if (walk.length > 1) cut.push({ points: walkPoints(walk, columns), opacity });
    }
  }
  return cut.reverse();
}

/** A disc on the agent's cell: behind its number, or in the corner between triangles. */
export function drawAgent(group: SVGGElement, scene: Scene): void {
  const { view, layers, map, theme } = scene;
  const cell = layers.has("agent") ? view?.agent : undefined;
  const { disc, radius } = agentPlace(scene);
  select(group)
    .selectAll<SVGCircleElement, number>("circle")
    .data(cell === undefined ? [] : [cell])
    .join("circle")
    .attr("cx", (at) => ((at % map.columns) + 0.5) * CELL + disc)
    .attr("cy", (at) => (Math.floor(at / map.columns) + 0.5) * CELL + disc)
    .attr("r", radius)
    .attr("stroke-width", radius / 8 + 1)
    .attr("fill", theme.agent.fill);
}
