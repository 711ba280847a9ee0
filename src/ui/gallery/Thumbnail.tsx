import { useMemo } from "react";
import type { GridWorldParams } from "../../envs/grid-world/params";
import type { Preset } from "../../scenario/presets";
import { labOf } from "../labs";
import { mapPicture } from "./map-picture";
import styles from "./gallery.module.css";

/** Cells across up to which a map shows the lines between them. */
const LINES_UP_TO = 16;

/** A small picture of what a preset is about: its map, or the thing that its network moves. */
export function Thumbnail({ scenario }: Pick<Preset, "scenario">) {
  const lab = labOf(scenario);
  return (
    <div className={styles.picture} aria-hidden="true">
      {lab === "grid-world" && <MapDrawing params={scenario.env.params ?? {}} />}
      {lab === "cart-pole" && <CartDrawing />}
      {lab === "glimpse" && <GlimpseDrawing />}
    </div>
  );
}

function MapDrawing({ params: { rows = [""], cells, wind } }: { params: Partial<GridWorldParams> }) {
  const map = useMemo(
    () => mapPicture({ rows, ...(cells && { cells }), ...(wind && { wind }) }),
    [rows, cells, wind],
  );
  const lines = Math.max(map.columns, map.rows) <= LINES_UP_TO;
  return (
    <svg viewBox={`-0.1 -0.1 ${map.columns + 0.2} ${map.rows + 0.2}`} className={styles.map}>
      <rect width={map.columns} height={map.rows} className={styles.floor} />
      {map.cells.map(({ look, path }) => (
        <path key={look} d={path} className={styles[look]} />
      ))}
      {lines && <path d={linesOf(map.columns, map.rows)} className={styles.lines} />}
      {map.jumps && <path d={map.jumps} className={styles.jumps} />}
      {map.start && <circle cx={map.start[0]} cy={map.start[1]} r="0.3" className={styles.agent} />}
      <rect width={map.columns} height={map.rows} className={styles.frame} />
    </svg>
  );
}

function linesOf(columns: number, rows: number): string {
  const across = Array.from({ length: rows - 1 }, (_, r) => `M0 ${r + 1}h${columns}`);
  const down = Array.from({ length: columns - 1 }, (_, c) => `M${c + 1} 0v${rows}`);
  return [...across, ...down].join("");
}

/** A cart on its track, with the pole a little off the upright. */
function CartDrawing() {
  return (
    <svg viewBox="0 0 64 48">
      <path d="M2 39h60" className={styles.track} />
      <rect x="21" y="29" width="20" height="10" className={styles.cart} />
      <path d="M31 29l6-23" className={styles.pole} />
    </svg>
  );
}

/** A digit, and an eye that has moved over it: a fine and a coarse square at each place. */
function GlimpseDrawing() {
  return (
    <svg viewBox="0 0 48 48">
      <rect width="48" height="48" className={styles.image} />
      <path d="M16 14q8-6 14 0t-4 9q8 2 6 9t-16 4" className={styles.digit} />
      <path d="M12 34L24 24L32 15" className={styles.gaze} />
      {[
        [12, 34],
        [24, 24],
        [32, 15],
      ].map(([x, y]) => (
        <path
          key={x}
          d={`M${x - 4} ${y - 4}h8v8h-8zM${x - 8} ${y - 8}h16v16h-16z`}
          className={styles.glimpse}
        />
      ))}
    </svg>
  );
}
