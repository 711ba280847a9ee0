import { describe, expect, it } from "vitest";
import { cellMove, cellText, commonest, confusionTable, describeConfusion } from "./glimpse-confusion-words";
import { galleryLayout } from "./glimpse-gallery-layout";
import { describePaths, numbersBeside, reachOf } from "./glimpse-mean-paths";
import { describeMistakes } from "./glimpse-mistakes";

const confusion = new Float64Array(100);
confusion.set([980], 0);
confusion.set([12, 970], 4 * 10 + 8);
confusion[44] = 0;
confusion[7 * 10 + 1] = 3;
const matrix = { confusion, count: 1965, wrong: 985 };

describe("the confusion matrix", () => {
  it("reads every cell with its share of the row", () => {
    expect(cellText(matrix, 48)).toBe("Is 4, answered 8: 12 of 982, 1.2 %");
    expect(cellText(matrix, 20)).toBe("Is 2, answered 0: 0 of 0");
  });
  it("is described by its most frequent mistakes", () => {
    expect(commonest(matrix, 2)).toEqual([49, 48]);
    expect(describeConfusion(matrix)).toContain(
      "985 of 1,965 wrong. Most often: Is 4, answered 9: 970 of 982",
    );
    expect(describeConfusion(null)).toContain("nothing to show");
    expect(confusionTable(matrix).rows[4]).toEqual([4, 0, 0, 0, 0, 0, 0, 0, 0, 12, 970]);
  });
  it("is walked with the arrow keys, and left at no border", () => {
    expect(cellMove("ArrowDown", 48)).toBe(58);
    expect(cellMove("ArrowRight", 49)).toBe(49);
    expect(cellMove("ArrowUp", 3)).toBe(3);
    expect(cellMove("Home", 48)).toBe(40);
    expect(cellMove("PageDown", 48)).toBe(98);
    expect(cellMove("ArrowDown", -1)).toBe(0);
    expect(cellMove("a", 48)).toBeNull();
  });
});

describe("a gallery", () => {
  it("shows all of few pictures as large as it can", () => {
    const { shown, side, cornerOf } = galleryLayout(10, { width: 640, height: 340 }, 30, 60, 1);
    expect(shown).toBe(10);
    expect(cornerOf(4).x + side).toBeLessThanOrEqual(640);
    expect(cornerOf(9).y + side + 16).toBeLessThanOrEqual(340);
    expect(side).toBeGreaterThan(110);
  });
  it("leaves out what would be too small to see", () => {
    const { shown, side, columns } = galleryLayout(60, { width: 640, height: 340 }, 30, 68, 2);
    expect(shown).toBe(2 * columns);
    expect(side).toBeGreaterThanOrEqual(68);
  });
  it("copes with no room and with nothing", () => {
    expect(galleryLayout(60, { width: 120, height: 60 }, 30, 68, 2).shown).toBeGreaterThan(0);
    expect(galleryLayout(0, { width: 640, height: 340 }, 30, 68, 2).shown).toBe(0);
  });
});

it("mistakes are described one by one", () => {
  const mistake = { pixels: new Uint8Array(1), label: 4, answer: 9, places: [] };
  expect(describeMistakes({ mistakes: [mistake, mistake], wrong: 5, size: 1 })).toBe(
    "The first 2 of 5 mistakes: is 4, answered 9; is 4, answered 9.",
  );
  expect(describeMistakes({ mistakes: [], wrong: 0, size: 1 })).toBe("No mistake.");
});

const frame = { left: -40, top: -40, side: 80, pixels: 1 };

it("mean paths have their numbers apart, and none where there is no room, but first and last", () => {
  const places = numbersBeside(
    Array.from({ length: 9 }, () => ({ x: 0, y: 0 })),
    frame,
  );
  expect(places[0]).not.toBeNull();
  expect(places[8]).not.toBeNull();
  const seen = places.filter((place) => place !== null);
  const distances = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  expect(Math.min(...distances)).toBeGreaterThan(9);
  expect(seen.length).toBeLessThan(9);
});

it("mean paths have their numbers inside their frames", () => {
  const corners = [-40, 40].flatMap((x) => [-40, 40].map((y) => ({ x, y })));
  for (const place of numbersBeside(corners, frame)) {
    expect(Math.abs(place?.x ?? 99)).toBeLessThanOrEqual(32);
    expect(Math.abs(place?.y ?? 99)).toBeLessThanOrEqual(32);
  }
});

it("mean paths fill their frames, and are described place by place", () => {
  expect(reachOf([[{ x: 0.02, y: -0.13 }]])).toBeCloseTo(0.15);
  expect(reachOf([[{ x: 0, y: 0 }]])).toBeCloseTo(0.1);
  expect(describePaths([[{ x: 0, y: -0.5 }]])).toBe(
    "Mean places of the glimpses for each digit. Digit 0: x 0.00, y −0.50.",
  );
});
