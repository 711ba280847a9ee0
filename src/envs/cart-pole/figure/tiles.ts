import type { Size } from "./stage";

export interface Tile extends Size {
  left: number;
  top: number;
}

/** Free space between tiles, in pixels. */
const GAP = 8;

/**
 * Places `count` pictures of one shape (`aspect` = width over height, of the drawing without the `writing` pixels
 * of text above it) in rows, so that they come out as large as they can. Row by row, from the left.
 */
export function tilesOf(count: number, size: Size, aspect: number, writing: number): Tile[] {
  if (count === 1) return [{ left: 0, top: 0, width: size.width, height: size.height }];
  let best = { columns: 1, scale: -1 };
  for (let columns = 1; columns <= count; columns++) {
    const { width, height } = tileSize(columns, count, size);
    const scale = Math.min(width / aspect, height - writing);
    if (scale > best.scale) best = { columns, scale };
  }
  const { width, height } = tileSize(best.columns, count, size);
  return Array.from({ length: count }, (_, i) => ({
    left: (i % best.columns) * (width + GAP),
    top: Math.floor(i / best.columns) * (height + GAP),
    width,
    height,
  }));
}

function tileSize(columns: number, count: number, size: Size): Size {
  const rows = Math.ceil(count / columns);
  return {
    width: Math.max(1, (size.width - (columns - 1) * GAP) / columns),
    height: Math.max(1, (size.height - (rows - 1) * GAP) / rows),
  };
}
