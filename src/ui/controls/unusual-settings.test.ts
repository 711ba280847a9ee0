import { expect, it } from "vitest";
import { dqn } from "../../algos/dqn/spec";
import { defaultsOf } from "../../core/params";
import { kindOf } from "./kind";
import { unusualSettings } from "./unusual-settings";

const usual = { ...defaultsOf(dqn.params) };

it("names what is not as usual, and has an effect", () => {
  expect(unusualSettings(dqn.params, usual)).toEqual([]);
  expect(unusualSettings(dqn.params, { ...usual, gamma: 0.9, double: false })).toEqual([
    "discount 0.9",
    "no double",
  ]);
  // The share of a slow copy counts only where the copy is slow.
  const share = "follows by 0.5";
  expect(unusualSettings(dqn.params, { ...usual, tau: 0.5 })).not.toContain(share);
  expect(unusualSettings(dqn.params, { ...usual, tau: 0.5, target: "soft" })).toContain(share);
});

it("speaks of networks as a kind of their own", () => {
  expect(kindOf(dqn as never)).toBe("network");
  expect(kindOf({ family: "learning" })).toBe("learning");
  expect(kindOf(undefined)).toBe("planning");
});
