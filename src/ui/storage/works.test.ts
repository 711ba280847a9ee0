import { describe, expect, it } from "vitest";
import { MOST_WORKS, readWorks, withWork, type Work } from "./works";

const work = (id: string, saved = 1): Work => ({ id, saved, scenario: { v: 1 } });

describe("the list of the user's works", () => {
  it("is empty on the first visit", () => {
    expect(readWorks(null)).toEqual({ works: [], damaged: false });
  });

  it("survives writing and reading", () => {
    const works = [work("a"), work("b")];
    expect(readWorks(JSON.stringify(works))).toEqual({ works, damaged: false });
  });

  it.each(["", "{", "null", "{}", '"x"', "[[]", "\0"])("takes %j for damaged", (text) => {
    expect(readWorks(text)).toEqual({ works: [], damaged: true });
  });

  it("keeps what can be read of a damaged list", () => {
    const text = JSON.stringify([work("a"), { id: 3 }, null, work("b")]);
    expect(readWorks(text)).toEqual({ works: [work("a"), work("b")], damaged: true });
  });

  it("puts the work in hand first, once", () => {
    const works = withWork([work("a"), work("b")], work("b", 2));
    expect(works).toEqual([work("b", 2), work("a")]);
  });

  it("lets the oldest go when there are too many", () => {
    let works: Work[] = [];
    for (let i = 0; i < MOST_WORKS + 3; i++) works = withWork(works, work(`w${i}`));
    expect(works).toHaveLength(MOST_WORKS);
    expect(works[0].id).toBe(`w${MOST_WORKS + 2}`);
  });
});
