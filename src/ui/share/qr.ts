import { encode } from "uqr";

/** A link longer than this gives a QR code too fine to be read off a projector. */
export const LONGEST_IN_QR = 1200;

export interface QrPicture {
  /** Modules a side, with the quiet zone of 4 that readers want. */
  size: number;
  /** SVG path of the dark modules, one unit each. */
  path: string;
}

/** A QR code as an SVG path. The text must be at most LONGEST_IN_QR characters. */
export function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: text.length > 400 ? "L" : "M", border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { size, path };
}
