import { expect, it } from "vitest";
import { wilsonInterval } from "./wilson";

const rounded = (hits: number, count: number) =>
  wilsonInterval(hits, count).map((share) => Number(share.toFixed(4)));

it("is that of Newcombe (1998), table I", () => {
  expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
  expect(rounded(15, 148)).toEqual([0.0624, 0.1605]);
  expect(rounded(0, 20)).toEqual([0, 0.1611]);
  expect(rounded(1, 29)).toEqual([0.0061, 0.1718]);
});

it("stays between 0 and 1, and says nothing of no images", () => {
  expect(rounded(20, 20)).toEqual([0.8389, 1]);
  expect(wilsonInterval(0, 0)).toEqual([0, 1]);
});
