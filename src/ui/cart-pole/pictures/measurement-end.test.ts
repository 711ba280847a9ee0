import { expect, it } from "vitest";
import { endOf } from "./measurement-end";

it("a measurement is done when there is a new result, and broken off when the run does something else", () => {
  const old = { updates: 3 };
  expect(endOf({ variance: old }, "measuring", old)).toBe("measuring");
  expect(endOf({ variance: old }, "measuring", { updates: 4 })).toBe("measuring");
  expect(endOf({ variance: old }, "paused", { updates: 4 })).toBe("done");
  expect(endOf({ variance: null }, "paused", { updates: 4 })).toBe("done");
  expect(endOf({ variance: old }, "paused", old)).toBe("broken off");
  expect(endOf({ variance: old }, "preparing", null)).toBe("broken off");
});
