import { expect, it } from "vitest";
import type { Scenario } from "../core/scenario";
import { LABS, lastRunIn } from "./labs";
import type { Step } from "./store";

const scenario = (id: string, seed: number): Scenario => ({
  v: 1,
  env: { id, params: {} },
  algo: { id: "dqn", params: {} },
  seed,
});
const run = (id: string, seed: number): Step => ({
  scenario: scenario(id, seed),
  run: { scenario: scenario(id, seed), origin: "preset" },
});
const edit = (id: string): Step => ({ scenario: scenario(id, 99) });

it("there is a lab for each environment", () => {
  expect(LABS.map(({ title }) => title)).toEqual(["Grid world", "Cart-pole", "Glimpse"]);
});

it("a lab is opened where it was left: at the newest run before, else at one that was undone", () => {
  const past = [run("cart-pole", 1), run("grid-world", 2), run("cart-pole", 3), edit("cart-pole")];
  const future = [run("cart-pole", 4), run("grid-world", 5)];
  expect(lastRunIn("cart-pole", { past, future })?.scenario.seed).toBe(3);
  expect(lastRunIn("grid-world", { past: [], future })?.scenario.seed).toBe(5);
  expect(lastRunIn("grid-world", { past: [edit("grid-world")], future: [] })).toBeUndefined();
});
