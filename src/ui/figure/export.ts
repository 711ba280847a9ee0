import { figuresShown } from "./figures";

const GAP = 16; // px between pictures side by side

/**
 * The figure on screen as the text of an SVG file, in the light theme, as for slides and print; pictures side by
 * side come as one. Null when there is none.
 */
export async function figureSvg(): Promise<string | null> {
  const pictures = await inLight(() => figuresShown().map((figure) => figure.toSvg()));
  if (pictures.length < 2) return pictures[0] ?? null;
  return sideBySide(pictures);
}

/** Calls `draw` while the page has its light theme. The figures follow a theme at once, before anything is painted. */
async function inLight<T>(draw: () => T): Promise<T> {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  if (theme === undefined || theme === "light") return draw();
  dataset.theme = "light";
  try {
    await Promise.resolve(); // figures that watch the theme are told first
    return draw();
  } finally {
    dataset.theme = theme;
  }
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
