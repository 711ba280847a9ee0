import { expect, it } from "vitest";
import { endOf } from "./measurement-end";

it("a measurement is done when there is a new result, and broken off when the run does something else", () => {
  const old = { updates: 3 };
  expect(endOf(old, "measuring", old)).toBe("measuring");
  expect(endOf(old, "measuring", { updates: 4 })).toBe("measuring");
  expect(endOf(old, "paused", { updates: 4 })).toBe("done");
  expect(endOf(null, "paused", { updates: 4 })).toBe("done");
  expect(endOf(old, "paused", old)).toBe("broken off");
  expect(endOf(old, "preparing", null)).toBe("broken off");
});
