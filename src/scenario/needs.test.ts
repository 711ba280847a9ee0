import { expect, it } from "vitest";
import { algoSpecs } from "../algos/index";
import { defaultsOf } from "../core/params";
import { envSpecs } from "../envs/index";
import { unmetNeed } from "./needs";

const grid = envSpecs["grid-world"].create(defaultsOf(envSpecs["grid-world"].params));
const cart = envSpecs["cart-pole"].create(defaultsOf(envSpecs["cart-pole"].params));

it("tables need numbered states, networks observations", () => {
  expect(unmetNeed(algoSpecs["value-iteration"], grid)).toBeUndefined();
  expect(unmetNeed(algoSpecs["value-iteration"], cart)).toBe("model");
  expect(unmetNeed(algoSpecs["q-learning"], cart)).toBe("tabular");
  expect(unmetNeed(algoSpecs.dqn, cart)).toBeUndefined();
  expect(unmetNeed(algoSpecs.dqn, grid)).toBe("vector");
});
