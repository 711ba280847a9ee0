import { countPalette, divergingPalette, paintOf, type Paint } from "../../../plots/colour";

/** The colours a figure computes with; all others are in figure.css. */
export interface FigureTheme {
  /** Floor without a value. */
  floor: Paint;
  wall: Paint;
  terminal: Paint;
  restart: Paint;
  agent: Paint;
  /** For `divergingIndex`. */
  values: Paint[];
  /** For `countIndex`. */
  counts: Paint[];
}

/** CSS custom properties and what they are where no theme sets them. */
const PROPERTIES = {
  floor: ["--cell", "#ffffff"],
  wall: ["--wall", "#3b3f46"],
  terminal: ["--terminal", "#c9ccd1"],
  restart: ["--restart", "#e4e0d8"],
  agent: ["--agent", "#111318"],
  negative: ["--value-negative", "#ec8f2e"],
  zero: ["--value-zero", "#f6f5f1"],
  positive: ["--value-positive", "#6ba7dd"],
} as const;

/** Reads the theme that holds at an element of the page. */
export function readTheme(element: HTMLElement): FigureTheme {
  const probe = document.createElement("span");
  element.append(probe);
  const colour = (name: keyof typeof PROPERTIES) => {
    const [property, fallback] = PROPERTIES[name];
    probe.style.color = `var(${property}, ${fallback})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    floor: paintOf(colour("floor")),
    wall: paintOf(colour("wall")),
    terminal: paintOf(colour("terminal")),
    restart: paintOf(colour("restart")),
    agent: paintOf(colour("agent")),
    values: divergingPalette(colour("negative"), colour("zero"), colour("positive")),
    counts: countPalette(),
  };
  probe.remove();
  return theme;
}

/** Calls back when the page's theme changes: a class or attribute of <html> or <body>, or the system's setting. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "style", "data-theme"] });
  }
  const queries = [
    "(prefers-color-scheme: dark)",
    "(prefers-contrast: more)",
    "(forced-colors: active)",
    "print",
  ];
  const media = queries.map((query) => matchMedia(query));
  for (const query of media) query.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    for (const query of media) query.removeEventListener("change", changed);
  };
}
