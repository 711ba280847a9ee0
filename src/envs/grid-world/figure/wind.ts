import { select } from "d3";
import { formatNumber } from "../../../plots/number";
import type { Scene } from "./scene";
import { CELL } from "./viewport";

/** Height of the strip under the grid that shows the wind, in drawing units. */
export const WIND_STRIP = 0.62 * CELL;

/** Chevrons drawn one behind another; a stronger wind shows its number only. */
const MOST_CHEVRONS = 3;

/** Under each column its wind: chevrons the way it blows, and by how many rows. */
export function drawWind(group: SVGGElement, scene: Scene): void {
  const { map, layers, detail } = scene;
  const wind = layers.has("wind") ? map.wind : [];
  const top = map.rows * CELL;
  const columns = select(group)
    .selectAll<SVGGElement, number>("g")
    .data(wind)
    .join((enter) => {
      const column = enter.append("g");
      column.append("path");
      column.append("text").attr("class", "numbers strong");
      return column;
    })
    .attr("transform", (_, column) => `translate(${column * CELL},${top})`);
  columns.select("path").attr("d", (strength) => chevrons(strength, detail === "small"));
  columns
    .select("text")
    .attr("x", 72)
    .attr("y", 43)
    .attr("font-size", 30)
    .text((strength) => (detail === "small" ? "" : formatNumber(Math.abs(strength))));
}

/** Chevrons in a strip below the origin, pointing up for wind that blows up; a dash when it is still. */
export function chevrons(strength: number, wide: boolean): string {
  const middle = wide ? 50 : 34;
  if (strength === 0) return wide ? "" : `M${middle - 9},32h18`;
  const count = Math.min(MOST_CHEVRONS, Math.abs(strength));
  const rise = strength > 0 ? -12 : 12;
  const half = wide ? 30 : 16;
  return Array.from({ length: count }, (_, i) => {
    const y = 32 - rise / 2 + (i - (count - 1) / 2) * 13;
    return `M${middle - half},${y}l${half},${rise}l${half},${-rise}`;
  }).join("");
}
