import { rgb, select } from "d3";
import type { Paint } from "./colour";
import { setAttribute, tenth } from "./plot-parts";

/** A picture made of pixels, as the address of a PNG file. */
export interface Raster {
  href: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pixels that have been drawn already: a picture is drawn again far more often than its pixels change. */
const known = new WeakMap<Uint8Array, string>();

/** Grey pixels, 0 black to 255 white, `size` × `size`. The array must not be written to afterwards. */
export function greyImage(pixels: Uint8Array, size: number): string {
  const drawn = known.get(pixels) ?? png(size, size, (k) => [pixels[k], pixels[k], pixels[k], 255]);
  known.set(pixels, drawn);
  return drawn;
}

/** The patches of a glimpse, 0 to 1, side by side: each `patch` × `patch`, with a column of nothing between two. */
export function patchesImage(patches: Float32Array, patch: number, scales: number): string {
  const width = patchesWidth(patch, scales);
  return png(width, patch, (k) => {
    const column = k % width;
    const row = Math.floor(k / width);
    const scale = Math.floor(column / (patch + 1));
    const within = column % (patch + 1);
    if (within === patch) return [0, 0, 0, 0];
    const grey = Math.round(255 * patches[(scale * patch + row) * patch + within]);
    return [grey, grey, grey, 255];
  });
}

/** Pixels along the longer side of `patchesImage`. */
export function patchesWidth(patch: number, scales: number): number {
  return scales * (patch + 1) - 1;
}

/** Cells of a heat map, row after row, as indices into a palette; −1 stays empty. */
export function paletteImage(indices: ArrayLike<number>, columns: number, palette: readonly Paint[]): string {
  const colours = palette.map(({ fill }) => {
    const { r, g, b } = rgb(fill);
    return [r, g, b, 255];
  });
  const empty = [0, 0, 0, 0];
  return png(columns, Math.ceil(indices.length / columns), (k) => colours[indices[k]] ?? empty);
}

function png(width: number, height: number, colourOf: (k: number) => readonly number[]): string {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  const context = canvas.getContext("2d");
  if (!context) return "";
  const image = context.createImageData(canvas.width, canvas.height);
  for (let k = 0; k < width * height; k++) image.data.set(colourOf(k), 4 * k);
  context.putImageData(image, 0, 0);
  return canvas.toDataURL("image/png");
}

/** Draws them with crisp pixels, each stretched to its box. */
export function drawRasters(group: SVGGElement, rasters: readonly Raster[]): void {
  select(group)
    .selectAll<SVGImageElement, Raster>("image")
    .data(rasters)
    .join("image")
    .each(function draw({ href, x, y, width, height }) {
      setAttribute(this, "href", href);
      setAttribute(this, "x", String(tenth(x)));
      setAttribute(this, "y", String(tenth(y)));
      setAttribute(this, "width", String(tenth(width)));
      setAttribute(this, "height", String(tenth(height)));
      setAttribute(this, "preserveAspectRatio", "none");
      setAttribute(this, "image-rendering", "pixelated");
    });
}
