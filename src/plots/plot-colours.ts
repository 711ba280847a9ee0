import { interpolateLab } from "d3";
import { countPalette, divergingPalette, paintOf, type Paint } from "./colour";

/** The colours that drawings compute with; all others are in style sheets. */
export interface PlotColours {
  /** For `divergingIndex`. */
  diverging: Paint[];
  /** For `sequentialIndex`: from nothing to much. */
  sequential: Paint[];
  /** Viridis, for `sequentialIndex`. */
  counts: Paint[];
}

/** The index of the last colour of the palettes that are not diverging. */
const LAST = 32;

/** CSS custom properties, and what they are where no theme sets them. */
const PROPERTIES = {
  negative: ["--value-negative", "#ec8f2e"],
  zero: ["--value-zero", "#f6f5f1"],
  positive: ["--value-positive", "#6ba7dd"],
  highest: ["--value-highest", "#2a76b4"],
} as const;

/** Reads the theme that holds at an element of the page. */
export function readColours(element: HTMLElement): PlotColours {
  const probe = document.createElement("span");
  element.append(probe);
  const colour = (name: keyof typeof PROPERTIES) => {
    const [property, fallback] = PROPERTIES[name];
    probe.style.color = `var(${property}, ${fallback})`;
    return getComputedStyle(probe).color;
  };
  const [negative, zero, positive, highest] = (["negative", "zero", "positive", "highest"] as const).map(
    colour,
  );
  probe.remove();
  return {
    diverging: divergingPalette(negative, zero, positive),
    sequential: sequentialPalette(zero, positive, highest),
    counts: countPalette(),
  };
}

/** Colours from `low` through `middle` to `high`, for the indices of `sequentialIndex`. */
export function sequentialPalette(low: string, middle: string, high: string): Paint[] {
  const below = interpolateLab(low, middle);
  const above = interpolateLab(middle, high);
  return Array.from({ length: LAST + 1 }, (_, i) => {
    const t = (2 * i) / LAST;
    return paintOf(t < 1 ? below(t) : above(t - 1));
  });
}

/** Index of a value on the domain from `low` to `high`; NaN and an empty domain count as `low`. */
export function sequentialIndex(value: number, low: number, high: number): number {
  if (!(high > low) || Number.isNaN(value)) return 0;
  return Math.round(Math.max(0, Math.min(1, (value - low) / (high - low))) * LAST);
}

/** Calls back when the page's theme changes: an attribute of <html> or <body>, or the system's setting. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "style", "data-theme"] });
  }
  const queries = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "print"].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", changed);
  };
}
