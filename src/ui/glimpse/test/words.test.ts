import { expect, it } from "vitest";
import { publishedFor } from "./published";
import { errorText, intervalText, paperText, testedText } from "./words";

it("gives the error with its interval", () => {
  expect(errorText({ wrong: 4, count: 200 })).toBe("2.00 %");
  expect(intervalText({ wrong: 4, count: 200 })).toBe("95 % interval 0.78 to 5.03 %; 4 of 200 wrong");
  expect(intervalText({ wrong: 121, count: 10_000 })).toContain("1.01 to 1.44 %; 121 of 10,000 wrong");
});

it("says which network was tested, and when it is no longer the one on screen", () => {
  const test = { updates: 1200, gaze: "learned" } as const;
  expect(testedText(test, "drawn anew", 1200)).toBe(
    "The network after 1,200 updates (first weights: drawn anew); learned gaze, each image looked at once (M = 1), nothing averaged.",
  );
  expect(testedText(test, "drawn anew", 1300)).toContain("It has learned since: it is at update 1,300 now.");
  expect(testedText({ ...test, updates: 0 }, "shipped: 28×28", 0)).toContain(
    "The network as it began (shipped: 28×28);",
  );
});

it("puts the paper's figure for as many glimpses first", () => {
  const paper = publishedFor({ size: 60, digitSize: 28, patch: 12, scales: 3, clutter: 4 });
  expect(paper && paperText(paper, 8)).toBe(
    "8 glimpses 4.04, 4 glimpses 4.96, 6 glimpses 4.08; 8 random glimpses 14.4; nets that see the whole image: fully connected 11.96, convolutional 8.09",
  );
});
