import { figuresShown } from "./figures";

const GAP = 16; // px between pictures side by side

/** The figure on screen as the text of an SVG file; pictures side by side come as one. Null when there is none. */
export function figureSvg(): string | null {
  const pictures = figuresShown().map((figure) => figure.toSvg());
  if (pictures.length < 2) return pictures[0] ?? null;
  return sideBySide(pictures);
}

/** Several SVG files, each with its size in pixels, as one row. */
export function sideBySide(pictures: readonly string[]): string {
  let width = -GAP;
  let height = 0;
  const placed = pictures.map((picture) => {
    const size = (name: string) =>
      Number(new RegExp(`<svg[^>]*\\s${name}="([\\d.]+)"`).exec(picture)?.[1] ?? 0);
    const x = width + GAP;
    width = x + size("width");
    height = Math.max(height, size("height"));
    return picture.replace("<svg", `<svg x="${x}"`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${placed.join("")}</svg>`;
}
