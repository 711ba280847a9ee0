import { rgb } from "d3";
import { ACTIONS, hasValue } from "./map";
import { cellPaint, pairPaint, type Scene } from "./scene";
import type { Transform } from "./viewport";
import { CELL } from "./viewport";

/** Pixels along a cell when it is divided into triangles. */
const FINE = 16;

/** Which triangle each pixel of a divided cell lies in. */
const TRIANGLE_OF = Uint8Array.from({ length: FINE * FINE }, (_, i) => {
  const right = (i % FINE) + 0.5 - FINE / 2;
  const down = Math.floor(i / FINE) + 0.5 - FINE / 2;
  return Math.abs(right) > Math.abs(down) ? (right > 0 ? 1 : 3) : down > 0 ? 2 : 0;
});

/**
 * The colours of all cells when they are too small for anything else: one pixel per cell (16 × 16 with
 * triangles), scaled by the browser. Thousands of shapes would not keep up with 60 pictures a second.
 */
export class Raster {
  readonly canvas = document.createElement("canvas");
  private readonly context = this.canvas.getContext("2d");
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);

  constructor() {
    this.canvas.className = "grid-figure-raster";
  }

  hide(): void {
    this.canvas.hidden = true;
  }

  draw(scene: Scene, view: Transform): void {
    const { rows, columns, kinds } = scene.map;
    const side = scene.fill === "q" ? FINE : 1;
    this.resize(columns * side, rows * side);
    if (!this.context || !this.image) return;
    const colours = new Colours();
    for (let cell = 0; cell < kinds.length; cell++) {
      if (side === 1) {
        this.pixels[cell] = colours.of(cellPaint(scene, cell).fill);
      } else if (hasValue(kinds[cell])) {
        this.divided(cell, columns, (action) => colours.of(pairPaint(scene, cell * ACTIONS + action).fill));
      } else {
        const colour = colours.of(cellPaint(scene, cell).fill);
        this.divided(cell, columns, () => colour);
      }
    }
    this.context.putImageData(this.image, 0, 0);
    const { style } = this.canvas;
    style.width = `${columns * CELL * view.k}px`;
    style.height = `${rows * CELL * view.k}px`;
    style.transform = `translate(${view.x}px, ${view.y}px)`;
    this.canvas.hidden = false;
  }

  private divided(cell: number, columns: number, colourOf: (action: number) => number): void {
    const four = [colourOf(0), colourOf(1), colourOf(2), colourOf(3)];
    const width = columns * FINE;
    const corner = Math.floor(cell / columns) * FINE * width + (cell % columns) * FINE;
    // The first and last pixel of the middle row are enough to see whether anything changed.
    const probe = corner + (FINE / 2) * width;
    const same =
      this.pixels[corner + FINE / 2] === four[0] &&
      this.pixels[probe + FINE - 1] === four[1] &&
      this.pixels[corner + (FINE - 1) * width + FINE / 2] === four[2] &&
      this.pixels[probe] === four[3];
    if (same) return;
    for (let i = 0; i < FINE * FINE; i++) {
      this.pixels[corner + Math.floor(i / FINE) * width + (i % FINE)] = four[TRIANGLE_OF[i]];
    }
  }

  private resize(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height && this.image) return;
    this.canvas.width = width;
    this.canvas.height = height;
    this.image = this.context?.createImageData(width, height) ?? null;
    this.pixels = this.image ? new Uint32Array(this.image.data.buffer) : new Uint32Array(0);
  }
}

/** CSS colours as the 32 bits of a pixel, parsed once each. */
class Colours {
  private readonly known = new Map<string, number>();

  of(colour: string): number {
    let bits = this.known.get(colour);
    if (bits === undefined) {
      const { r, g, b } = rgb(colour);
      const bytes = new Uint8ClampedArray([r, g, b, 255]);
      bits = new Uint32Array(bytes.buffer)[0];
      this.known.set(colour, bits);
    }
    return bits;
  }
}
