import { expect, it } from "vitest";
import { elapsed, readTimer, timeText, toggled, type Timer } from "./timer";

it("a timer counts while it runs, over stops and reloads", () => {
  const started = toggled({ since: null, before: 0 }, 1000);
  expect(elapsed(started, 61_000)).toBe(60_000);
  const stopped = toggled(started, 61_000);
  expect(elapsed(stopped, 999_000)).toBe(60_000);
  const again: Timer | null = readTimer(JSON.stringify(toggled(stopped, 100_000)));
  expect(again && elapsed(again, 105_000)).toBe(65_000);
});

it.each([
  [0, "0:00"],
  [65_400, "1:05"],
  [3_723_000, "1:02:03"],
])("%d ms are “%s”", (ms, says) => expect(timeText(ms)).toBe(says));

it.each([null, "", "{}", "[]", '{"before":"x","since":null}', '{"before":1}'])("“%s” is no timer", (text) =>
  expect(readTimer(text)).toBeNull(),
);
