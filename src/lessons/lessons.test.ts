import katex from "katex";
import { describe, expect, it } from "vitest";
import { runToEnd } from "../headless/run";
import { decodeLink, encodeLink } from "../scenario/link";
import { parseScenario } from "../scenario/parse";
import { chapters, chapterById } from ".";
import { experimentOf } from "./experiment-of";
import { glossary } from "./glossary";
import type { LessonStep } from "./lesson";

const lessons = await Promise.all(chapters.map(({ load }) => load()));
const all = lessons.flatMap((lesson) =>
  lesson.steps.map((step, index) => ({
    name: `${lesson.id} ${index + 1}: ${step.title}`,
    lesson,
    step,
    index,
  })),
);

function textsOf({ text, slide, prediction }: LessonStep): string[] {
  return [
    ...text,
    ...slide,
    ...(prediction ? [prediction.question, ...prediction.options, ...prediction.because] : []),
  ];
}

describe("the chapters", () => {
  it("are what the list says of them, in order, each with an experiment from its first step on", () => {
    for (const [i, { id, number, title, question }] of chapters.entries()) {
      expect(lessons[i]).toMatchObject({ id, number, title, question });
      expect(chapterById(id)).toBe(chapters[i]);
      expect(number).toBeGreaterThan(chapters[i - 1]?.number ?? 0);
      expect(lessons[i].steps[0].scenario).toBeDefined();
      for (const said of ["exact", "simplified", "sources"] as const)
        expect(lessons[i][said]).not.toEqual([]);
    }
  });

  it.each(all)("$name: its experiment can be opened, and told in a link", ({ lesson, index }) => {
    const parsed = parseScenario(experimentOf(lesson, index) ?? {});
    if (!parsed.ok) throw new Error(parsed.error);
    const link = encodeLink(parsed.value);
    if (!link.ok) throw new Error(link.error);
    const opened = decodeLink(link.value);
    expect(opened).toEqual(parsed);
  });

  it.each(all)("$name: its formulas can be set, and its terms are in the glossary", ({ lesson, step }) => {
    const texts = [...textsOf(step), ...lesson.exact, ...lesson.simplified, ...Object.values(glossary)];
    for (const text of texts) {
      for (const [, tex] of text.matchAll(/\$(.+?)\$/g))
        expect(() => katex.renderToString(tex)).not.toThrow();
      for (const [, term] of text.matchAll(/\[\[(.+?)\]\]/g))
        expect(glossary).toHaveProperty([term.toLowerCase()]);
      expect(text.replaceAll(/\$.+?\$/g, "")).not.toMatch(/[$\\]/);
    }
    const formula = (step.equation ?? []).map(({ tex }) => tex).join(" ");
    expect(() => katex.renderToString(formula)).not.toThrow();
    expect(step.notes).not.toBe("");
  });

  it.each(all.filter(({ step }) => step.prediction))(
    "$name: the run answers the question as the text says",
    { timeout: 120_000 },
    async ({ lesson, step, index }) => {
      const { prediction } = step;
      const parsed = parseScenario(experimentOf(lesson, index) ?? {});
      if (!parsed.ok || !prediction) throw new Error("no experiment");
      expect(parsed.value.stop).toBeDefined();
      // As the page plays it: in the steps that the chapter sets.
      const { frame } = await runToEnd(parsed.value, { granularity: parsed.value.view?.granularity });
      expect(prediction.outcome(frame)).toBe(prediction.answer);
      expect(prediction.options[prediction.answer]).toBeDefined();
      expect(new Set(prediction.options).size).toBe(prediction.options.length);
    },
  );
});
