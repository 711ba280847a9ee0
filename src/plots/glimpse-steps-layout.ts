/** Where the parts of every row stand: one row a glimpse. In the drawing's own units. */
export interface StepColumns {
  /** The middle of the glimpse's number. */
  number: number;
  patches: { left: number; width: number; height: number };
  /** The middle of each class's bar, and how wide bars are; none where there is no room for them. */
  bars: { middles: number[]; width: number };
  /** Where the two most probable classes are named. */
  named: number;
  /** The right end of the baseline's numbers; null where there is no room for them. */
  baseline: number | null;
}

const NUMBER = 14;
const GAP = 12;
/** “7: > 99 %” and “−0.85”. */
const NAMED = 66;
const BASELINE = 36;
const CLASSES = 10;
/** The most of the width that patches take, and what they leave to the bars in any case. */
const MOST_PATCHES = 0.33;
const LEAST_BARS = 80;
/** In less width than this, only what was seen and what is believed is shown. */
const LEAST_WIDTH = 270;

/** `aspect`: how many times wider than high the patches of a glimpse are, side by side. */
export function stepColumns(width: number, rowHeight: number, aspect: number): StepColumns {
  const left = NUMBER + 14;
  if (width < LEAST_WIDTH) {
    const named = width - NAMED;
    const patches = Math.max(0, Math.min(rowHeight * aspect, named - GAP - left));
    return {
      number: NUMBER,
      patches: { left, width: patches, height: patches / aspect },
      bars: { middles: [], width: 0 },
      named,
      baseline: null,
    };
  }
  const baseline = width - 6;
  const named = baseline - BASELINE - NAMED;
  const room = named - 2 * GAP - LEAST_BARS - left;
  const patches = Math.min(rowHeight * aspect, MOST_PATCHES * width, room);
  const start = left + patches + GAP;
  const each = (named - GAP - start) / CLASSES;
  return {
    number: NUMBER,
    patches: { left, width: patches, height: patches / aspect },
    bars: {
      middles: Array.from({ length: CLASSES }, (_, i) => start + (i + 0.5) * each),
      width: Math.max(2, each - 2),
    },
    named,
    baseline,
  };
}

/** Top and height of row `t` of `count` between two heights, with some space below it. */
export function rowAt(
  t: number,
  count: number,
  top: number,
  bottom: number,
): { top: number; height: number; middle: number } {
  const pitch = Math.min(HIGHEST, (bottom - top) / Math.max(1, count));
  const height = pitch - Math.min(8, pitch / 5);
  const start = top + t * pitch;
  return { top: start, height, middle: start + height / 2 };
}

/** Higher rows would only make the bars long. */
const HIGHEST = 72;
