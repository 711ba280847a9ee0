import { cluttered } from "./clutter";
import { moved } from "./moved";
import { penFor, withLine, type Pixel } from "./pen";

/** An image that somebody makes. Never written to: every change is a new one. */
export interface OwnImage {
  /** Pixels along each side. */
  readonly size: number;
  /** What was drawn or picked, before it is moved and scaled: size × size bytes. */
  readonly ink: Uint8Array;
  readonly shift: Pixel;
  readonly scale: number;
  /** Pieces of clutter over it. */
  readonly clutter: number;
  /** The held-out digit it was made of, and what that one shows; null and −1 once it is drawn on. */
  readonly digit: number | null;
  readonly label: number;
}

export const SCALES = { min: 0.5, max: 1.5, step: 0.05 };
export const MOST_CLUTTER = 12;

const STILL = { x: 0, y: 0 };

export function blankImage(size: number): OwnImage {
  const ink = new Uint8Array(size * size);
  return { size, ink, shift: STILL, scale: 1, clutter: 0, digit: null, label: -1 };
}

export function pickedImage(size: number, ink: Uint8Array, digit: number, label: number): OwnImage {
  return { ...blankImage(size), ink, digit, label };
}

/** What the network is shown. */
export function pixelsOf({ size, ink, shift, scale, clutter }: OwnImage): Uint8Array {
  return cluttered(moved(ink, size, shift, scale), size, clutter);
}

/** Draws on it where it lies now: what was moved or scaled is from then on as it looks. */
export function drawnOn(
  image: OwnImage,
  from: Pixel,
  to: Pixel,
  digitSize: number,
  erases: boolean,
): OwnImage {
  const { size, shift, scale } = image;
  const ink = moved(image.ink, size, shift, scale);
  return {
    ...image,
    ink: withLine(ink, size, from, to, penFor(digitSize, erases)),
    shift: STILL,
    scale: 1,
    digit: null,
    label: -1,
  };
}

/** Moved further by so many pixels, at most until it has left the image. */
export function shifted(image: OwnImage, dx: number, dy: number): OwnImage {
  const inside = (by: number) => Math.max(-image.size, Math.min(image.size, by));
  return { ...image, shift: { x: inside(image.shift.x + dx), y: inside(image.shift.y + dy) } };
}

export function isBlank({ ink, clutter }: OwnImage): boolean {
  return clutter === 0 && ink.every((value) => value === 0);
}
