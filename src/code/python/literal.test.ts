import { expect, it } from "vitest";
import { harmless, literal, nameOf, plainSymbol } from "./literal";

it("writes values as Python reads them", () => {
  expect(literal([true, "a", 1e-12, 50_000, -0.04, Infinity])).toBe(
    '[True, "a", 1e-12, 50_000, -0.04, float("inf")]',
  );
  expect(literal(1234567)).toBe("1_234_567");
  expect(literal(12345.5)).toBe("12345.5");
  expect(() => literal(null)).toThrow("no Python");
});

it("names parameters as Python does", () => {
  expect(nameOf("epsilonSchedule")).toBe("epsilon_schedule");
  expect(nameOf("lambda")).toBe("lambda_");
});

it("writes symbols in plain letters", () => {
  expect(plainSymbol("\\epsilon_{\\text{end}}")).toBe("ε_end");
  expect(plainSymbol("\\lVert\\nabla\\rVert_{\\max}")).toBe("‖∇‖_max");
  expect(plainSymbol("\\mathcal D")).toBe("D");
});

it("takes out of a title whatever could end a docstring", () => {
  expect(harmless('a"""\nimport os\\\u2028b')).toBe("a''' import os' b");
});
