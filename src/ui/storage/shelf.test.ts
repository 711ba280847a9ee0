import { describe, expect, it } from "vitest";
import { Shelf } from "./shelf";
import { MOST_WORKS } from "./works";

/** A storage that tabs share, and a clock that moves on at every look. */
function browser() {
  const items = new Map<string, string>();
  let refuses = false;
  let time = 0;
  const store = {
    read: (key: string) => items.get(key) ?? null,
    write(key: string, text: string) {
      if (!refuses) items.set(key, text);
      return !refuses;
    },
  };
  return {
    items,
    tab: () => new Shelf(store, () => ++time),
    refuse: (on: boolean) => (refuses = on),
  };
}

const scenarios = (shelf: Shelf) => shelf.list().works.map(({ scenario }) => scenario);

describe("the works of a browser", () => {
  it("keep one entry for a work that goes on", () => {
    const tab = browser().tab();
    expect(tab.save({ seed: 1 })).toBe("saved");
    expect(tab.save({ seed: 1 })).toBe("unchanged");
    expect(tab.save({ seed: 2 })).toBe("saved");
    expect(scenarios(tab)).toEqual([{ seed: 2 }]);
    tab.begin();
    expect(tab.save({ seed: 2 })).toBe("saved");
    expect(scenarios(tab)).toEqual([{ seed: 2 }, { seed: 2 }]);
  });

  it("keep both when two tabs go on with the same one", () => {
    const { tab } = browser();
    const [one, other] = [tab(), tab()];
    one.save({ seed: 1 });
    other.adopt(one.list().works[0]);
    expect(other.save({ seed: 1 })).toBe("unchanged"); // looking at it is no change
    expect(other.save({ seed: 2 })).toBe("saved");
    expect(one.save({ seed: 3 })).toBe("copied");
    expect(one.id).not.toBe(other.id);
    expect(one.save({ seed: 4 })).toBe("saved");
    expect(other.save({ seed: 5 })).toBe("saved");
    expect(scenarios(one)).toEqual([{ seed: 5 }, { seed: 4 }]);
  });

  it("need no copy where both tabs came to the same", () => {
    const { tab } = browser();
    const [one, other] = [tab(), tab()];
    one.save({ seed: 1 });
    other.adopt(one.list().works[0]);
    other.save({ seed: 2 });
    expect(one.save({ seed: 2 })).toBe("unchanged");
    expect(one.save({ seed: 3 })).toBe("saved");
    expect(scenarios(one)).toEqual([{ seed: 3 }]);
  });

  it("count those that had to go, also over a reload", () => {
    const { tab } = browser();
    const first = tab();
    expect(first.dropped).toBe(0);
    for (let seed = 0; seed < MOST_WORKS + 2; seed++) {
      first.begin();
      first.save({ seed });
    }
    expect(first.list().works).toHaveLength(MOST_WORKS);
    expect(tab().dropped).toBe(2);
  });

  it("stay as they are while the browser refuses to store", () => {
    const { tab, refuse } = browser();
    const one = tab();
    one.save({ seed: 1 });
    const { id } = one;
    refuse(true);
    expect(one.save({ seed: 2 })).toBe("refused");
    refuse(false);
    expect(one.save({ seed: 2 })).toBe("saved");
    expect(one.id).toBe(id);
    expect(scenarios(one)).toEqual([{ seed: 2 }]);
  });

  it("that are damaged are put aside before anything is written over them", () => {
    const { tab, items } = browser();
    items.set("bellman.works", '[{"id":3}]');
    tab().save({ seed: 1 });
    expect(items.get("bellman.works.damaged")).toBe('[{"id":3}]');
  });
});
