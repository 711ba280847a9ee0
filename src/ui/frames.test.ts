import { expect, it } from "vitest";
import type { Frame } from "../engine/protocol";
import { Frames } from "./frames";

/** A page that can be hidden, with what it has drawn and how many frames it has let come. */
function page() {
  const seen = { hidden: false, drawn: [] as number[], taken: 0 };
  const due: (() => void)[] = [];
  const frames = new Frames(
    () => seen.taken++,
    (take) => due.push(take),
    () => seen.hidden,
  );
  frames.subscribe(({ horizon }) => seen.drawn.push(horizon));
  const frameOf = (horizon: number) => {
    const point = Float64Array.of(horizon);
    const metrics = { m: { from: horizon - 1, stride: 1, mean: point, min: point, max: point } };
    return { horizon, changes: null, sight: null, metrics } as unknown as Frame;
  };
  return {
    seen,
    frames,
    due,
    push: (horizon: number, told: Partial<Frame> = {}) => frames.push({ ...frameOf(horizon), ...told }),
    pass: () => due.splice(0).forEach((take) => take()),
  };
}

it("draws the newest of the frames that came since the last time, once", () => {
  const { seen, push, pass } = page();
  push(1);
  push(2);
  pass();
  push(3);
  pass();
  expect([seen.drawn, seen.taken]).toEqual([[2, 3], 2]);
});

it("draws nothing while nobody can see it, but lets frames come, and shows the newest when it is seen again", () => {
  const { seen, frames, push, pass } = page();
  seen.hidden = true;
  const changes = [{ at: { tick: 1, phase: 0 } }];
  push(1, { changes });
  pass();
  push(2);
  pass();
  expect([seen.drawn, seen.taken]).toEqual([[], 2]);
  seen.hidden = false;
  frames.draw();
  expect(seen.drawn).toEqual([2]);
  expect(frames.series.get("m")?.mean, "metrics are taken as they come").toEqual([1, 2]);
  expect(frames.latest?.changes, "told once only, so handed on").toBe(changes);
  push(3);
  pass();
  expect([seen.drawn, seen.taken]).toEqual([[2, 3], 3]);
});

it("hidden, it does not wait for an animation frame that will not come", () => {
  const { seen, frames, push, pass } = page();
  push(1);
  seen.hidden = true;
  frames.take();
  expect([seen.drawn, seen.taken]).toEqual([[], 1]);
  pass();
  expect(seen.taken, "let come once").toBe(1);
});

it("a new run has nothing of the old one", () => {
  const { seen, frames, push, pass } = page();
  push(1);
  frames.clear();
  pass();
  expect([seen.drawn, seen.taken, frames.latest, frames.series.size]).toEqual([[], 0, null, 0]);
  push(2);
  pass();
  expect([seen.drawn, seen.taken]).toEqual([[2], 1]);
});
