import { expect, it } from "vitest";
import { Holding } from "./holding";

it("pushes to the side pressed last, and back to the other one when that is released", () => {
  const holding = new Holding();
  expect(holding.side).toBe(0);
  holding.press("ArrowLeft", -1);
  holding.press("finger 1", 1);
  expect(holding.side).toBe(1);
  holding.release("finger 1");
  expect(holding.side).toBe(-1);
  holding.press("ArrowLeft", -1); // the key repeats
  holding.release("ArrowLeft");
  expect(holding.side).toBe(0);
  holding.press("ArrowRight", 1);
  holding.releaseAll();
  expect(holding.side).toBe(0);
});
