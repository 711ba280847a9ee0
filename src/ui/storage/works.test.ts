import { describe, expect, it } from "vitest";
import { MOST_TEXT, MOST_WORKS, readWorks, withWork, type Work } from "./works";

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
    const { works, dropped } = withWork([work("a"), work("b")], work("b", 2));
    expect(works).toEqual([work("b", 2), work("a")]);
    expect(dropped).toBe(0);
  });

  it("lets the oldest go when there are too many", () => {
    const full = Array.from({ length: MOST_WORKS }, (_, i) => work(`w${i}`));
    expect(withWork(full, work("w5", 2)).dropped).toBe(0);
    const { works, dropped } = withWork(full, work("new"));
    expect(works.map(({ id }) => id)).toEqual(["new", ...full.slice(0, -1).map(({ id }) => id)]);
    expect(dropped).toBe(1);
  });

  it("lets the oldest go when they are too large together, but never the one in hand", () => {
    const large = (id: string) => ({ ...work(id), scenario: { notes: "x".repeat(MOST_TEXT / 2.5) } });
    expect(withWork([large("a"), large("b"), work("c")], large("d"))).toEqual({
      works: [large("d"), large("a")],
      dropped: 2,
    });
    const huge = { ...work("e"), scenario: { notes: "x".repeat(MOST_TEXT) } };
    expect(withWork([work("a")], huge)).toEqual({ works: [huge], dropped: 1 });
  });
});
