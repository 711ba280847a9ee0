import { describe, expect, it } from "vitest";
import { lesson } from "./05-bellman/lesson";
import { agrees, decodeClaim, encodeClaim, type Claim } from "./claim";

const place = { lesson: "bellman", challenge: "bridge", fragment: "v1.abc.01234567" };
const claim: Claim = {
  answer: "setting",
  seeds: [1, 2],
  values: [
    [10, -5.25],
    [1, 1.5e-7],
  ],
};
const link = encodeClaim(claim, place);

describe("a claim in a hand-in link", () => {
  it("comes back as it was, in characters that an address can hold as they are", () => {
    expect(link).toMatch(/^setting~1_2~10_-5\.25~1_1\.5e-7~[0-9a-f]{8}$/);
    expect(new URLSearchParams(`claim=${link}`).get("claim")).toBe(link);
    expect(decodeClaim(link, place)).toEqual({ ok: true, value: { claim, isIntact: true } });
  });

  it.each([
    ["a result", link.replace("-5.25", "-4.25"), place],
    ["a seed", link.replace("1_2~", "1_3~"), place],
    ["the answer", link.replace("setting", "impossible"), place],
    ["the check", link.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")), place],
    ["the scenario", link, { ...place, fragment: "v1.abd.01234567" }],
    ["the challenge", link, { ...place, challenge: "near-around" }],
    ["the chapter", link, { ...place, lesson: "value-iteration" }],
  ])("is found out where somebody edits %s", (_what, text, where) => {
    expect(decodeClaim(text, where)).toMatchObject({ ok: true, value: { isIntact: false } });
  });

  it.each(["", "x", "~~~", "setting", "setting~1", "setting~1~2", link.slice(0, 20), "maybe~1~1~00000000"])(
    "is none where it is damaged: “%s”",
    (text) => {
      const decoded = decodeClaim(text, place);
      if (decoded.ok) expect(decoded.value.isIntact).toBe(false);
      else expect(decoded.error).toContain("Ask for it again");
    },
  );

  it.each(["NaN", "Infinity", "1e999", "1__2", "0x10", "1 2", "9".repeat(40)])(
    "holds no number like “%s”",
    (number) => expect(decodeClaim(`setting~1~${number}~00000000`, place).ok).toBe(false),
  );

  it("is not read where it is longer than any", () => {
    expect(decodeClaim(`setting~1~${"1_".repeat(2000)}1~00000000`, place).ok).toBe(false);
  });
});

describe("what is measured again", () => {
  const [bridge] = lesson.challenges;

  it("agrees with a claim exactly, or within the tolerance of the challenge", () => {
    expect(agrees(bridge, [[1, 10]], [[1, 10]])).toBe(true);
    expect(agrees(bridge, [[1, 10.001]], [[1, 10]])).toBe(false);
    expect(agrees({ ...bridge, tolerance: 0.02 }, [[0.9]], [[0.91]])).toBe(true);
    expect(agrees({ ...bridge, tolerance: 0.02 }, [[0.9]], [[0.93]])).toBe(false);
  });

  it("does not agree with other numbers of numbers", () => {
    expect(agrees(bridge, [[1, 10]], [[1]])).toBe(false);
    expect(agrees(bridge, [[1], [1]], [[1]])).toBe(false);
    expect(agrees(bridge, [[1]], [[1], [1]])).toBe(false);
  });
});
