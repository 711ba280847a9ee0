import { describe, expect, it } from "vitest";
import { chapters } from "../../lessons";
import { next, outlineOf, previous, type Outline, type Spot, type Stage } from "./sequence";

const outline: Outline = [
  { id: "first", asks: [false, true] },
  { id: "second", asks: [true] },
];
const at = (id: string, step: number, stage: Stage = "open"): Spot => ({ place: { id, step }, stage });

describe("the sequence of a lecture", () => {
  it("goes from a question to its run, to the answer, and on, over the end of a chapter", () => {
    const steps = [
      at("first", 0),
      at("first", 1),
      at("first", 1, "run"),
      at("first", 1, "told"),
      at("second", 0),
      at("second", 0, "run"),
      at("second", 0, "told"),
    ];
    for (const [i, spot] of steps.entries()) expect(next(outline, spot)).toEqual(steps[i + 1] ?? null);
  });

  it("goes back to a question, asked anew, and to the step before", () => {
    expect(previous(outline, at("second", 0, "told"))).toEqual(at("second", 0));
    expect(previous(outline, at("second", 0, "run"))).toEqual(at("second", 0));
    expect(previous(outline, at("second", 0))).toEqual(at("first", 1));
    expect(previous(outline, at("first", 1))).toEqual(at("first", 0));
    expect(previous(outline, at("first", 0))).toBeNull();
  });

  it("leads nowhere from a chapter that there is not", () => {
    expect(next(outline, at("third", 0))).toBeNull();
    expect(previous(outline, at("third", 0))).toBeNull();
  });

  it("passes every step of the lecture, and asks every question, from the first to the last", async () => {
    const lessons = await Promise.all(chapters.map(({ load }) => load()));
    const whole = outlineOf(lessons);
    const seen: string[] = [];
    for (let spot: Spot | null = at(chapters[0].id, 0); spot; spot = next(whole, spot)) {
      if (spot.stage !== "run") seen.push(`${spot.place.id} ${spot.place.step} ${spot.stage}`);
    }
    expect(seen).toEqual(
      lessons.flatMap(({ id, steps }) =>
        steps.flatMap(({ prediction }, i) =>
          prediction ? [`${id} ${i} open`, `${id} ${i} told`] : [`${id} ${i} open`],
        ),
      ),
    );
    expect(lessons.flatMap(({ steps }) => steps)).toHaveLength(87);
  });
});
