import { memoryStrip as words } from "../messages/memory-strip";
import { formatFixed } from "./number";
import type { ShownMemory } from "./memory-strip-newest";
import { boxPath, type Label, type Shape } from "./plot-parts";
import { CHARACTER, DIGIT, LINE } from "./plot-text";

/** Height of a bar. */
const THICK = 12;

/**
 * Two bars from 0 to 1: how like their neighbours the observations are in the batch as drawn, and in one of
 * consecutive transitions; one bar where those are the same. Labels above the bars, or left of them where the picture is not `tall`.
 */
export function correlationParts(
  { correlation, isNewest }: ShownMemory,
  x: number,
  y: number,
  width: number,
  tall: boolean,
): { shapes: Shape[]; labels: Label[]; bottom: number } {
  const title = tall ? [words.correlationOf, words.correlationWhat] : [words.correlation];
  const labels: Label[] = title.map((text, i) => ({ x, y: y + i * LINE, text, kind: "" }));
  if (!correlation) {
    labels.push({ x, y: y + title.length * LINE + 8, text: words.noCorrelation, kind: "" });
    return { shapes: [], labels, bottom: y + title.length * LINE + 12 };
  }
  const newest = [{ name: tall ? words.newestBar : words.newestBarShort, value: correlation.random }];
  const drawn = [
    { name: tall ? words.drawnBar : words.drawnBarShort, value: correlation.random },
    { name: tall ? words.consecutiveBar : words.consecutiveBarShort, value: correlation.consecutive },
  ];
  const bars = isNewest ? newest : drawn;
  const start = tall ? x : x + CHARACTER * 12;
  const length = x + width - start - DIGIT * 4 - 10;
  const pitch = tall ? 40 : 22;
  const first = y + (title.length - 1) * LINE + (tall ? 28 : 10);
  const shapes = bars.flatMap(({ value }, i): Shape[] => {
    const top = first + i * pitch;
    return [
      { kind: "correlation", d: boxPath(start, top, length * Math.max(0, Math.min(1, value || 0)), THICK) },
      { kind: "frame", d: boxPath(start, top, length, THICK) },
    ];
  });
  for (const [i, { name, value }] of bars.entries()) {
    const top = first + i * pitch;
    labels.push(
      tall ? { x, y: top - 5, text: name, kind: "ink" } : { x, y: top + 10, text: name, kind: "ink" },
      { x: start + length + 8, y: top + 11, text: formatFixed(value, 2), kind: "number ink" },
    );
  }
  const bottom = first + (bars.length - 1) * pitch + THICK + (tall ? 16 : 0);
  if (tall) {
    const y = bottom - 2;
    labels.push(
      { x: start, y, text: "0", kind: "number" },
      { x: start + length, y, text: "1", kind: "number end" },
    );
  }
  return { shapes, labels, bottom };
}
