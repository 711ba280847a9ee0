/** An entry of a legend: which series it stands for, its text as it fits, its row from 0, and its left end in pixels. */
export interface LegendEntry {
  index: number;
  text: string;
  row: number;
  left: number;
}

/** Width of a character of the legend at the size of line-chart.css, in pixels; a little generous. */
const CHARACTER = 6.9;
/** Width of a legend's swatch with its spaces. */
export const SWATCH = 40;

/** Width of an entry in pixels. */
export function legendWidth(label: string): number {
  return SWATCH + CHARACTER * label.length;
}

/**
 * The legend in rows between `left` and `right`, each ending on the right: as many entries on a row as fit, a label that
 * is wider than a row cut at its end. With more rows than `mostRows`, all labels are cut alike to share these, or as few
 * more as keep them apart.
 */
export function legendEntries(
  labels: readonly string[],
  left: number,
  right: number,
  mostRows: number,
): LegendEntry[] {
  const width = right - left;
  const across = (count: number) =>
    labels.map((label) => cut(label, Math.floor((width / count - SWATCH) / CHARACTER)));
  let rows = inRows(across(1), width);
  for (let fewer = mostRows; fewer < rows.length; fewer++) {
    const texts = across(Math.ceil(labels.length / fewer));
    if (new Set(texts).size === texts.length) rows = inRows(texts, width);
  }
  let index = 0;
  return rows.flatMap((texts, row) => {
    let start = right - texts.reduce((sum, text) => sum + legendWidth(text), 0);
    return texts.map((text) => {
      const entry = { index: index++, text, row, left: start };
      start += legendWidth(text);
      return entry;
    });
  });
}

function inRows(labels: readonly string[], width: number): string[][] {
  const rows: string[][] = [];
  let used = Infinity;
  for (const label of labels) {
    const wide = legendWidth(label);
    if (used + wide > width) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push(label);
    used += wide;
  }
  return rows;
}

/** A text of at most so many characters, with its end left out. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
