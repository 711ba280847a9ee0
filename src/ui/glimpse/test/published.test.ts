import { expect, it } from "vitest";
import { publishedFor } from "./published";

const paper = { size: 28, digitSize: 28, patch: 8, scales: 1, clutter: 0 };
const large = { ...paper, size: 60, patch: 12, scales: 3 };

it("finds the paper's task, and none where the images or the eye are others", () => {
  expect(publishedFor(paper)?.glimpses.get(6)).toBe(1.12);
  expect(publishedFor(large)?.glimpses.get(8)).toBe(1.2);
  expect(publishedFor({ ...large, clutter: 4 })).toMatchObject({ random: { glimpses: 8, error: 14.4 } });
  expect(publishedFor({ ...paper, digitSize: 20 })).toBeNull();
  expect(publishedFor({ ...paper, patch: 12 })).toBeNull();
  expect(publishedFor({ ...large, scales: 1 })).toBeNull();
});
