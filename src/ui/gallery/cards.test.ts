import { describe, expect, it } from "vitest";
import { chapters } from "../../lessons";
import { decodeLink } from "../../scenario/link";
import { presets, presetScenario } from "../../scenario/presets";
import { modeIn } from "../mode";
import { cards, isChapterFound, isFound, presetHref } from "./cards";
import { ALL, filterIn, withFilter } from "./filter";

const found = (search: string) =>
  cards()
    .filter((card) => isFound(card, filterIn(search)))
    .map(({ preset }) => preset.id);

describe("the cards of the gallery", () => {
  it("are all presets, in their order", () => {
    expect(cards().map(({ preset }) => preset)).toEqual(presets);
  });

  it.each(cards())("$preset.id: has an algorithm, is found by its words, and its link opens it", (card) => {
    const { preset, algorithm } = card;
    expect(algorithm).toMatch(/^[A-Z]/);
    for (const find of [preset.title, algorithm, preset.notice, preset.source]) {
      expect(isFound(card, { ...ALL, find })).toBe(true);
    }
    const { search, hash } = new URL(presetHref(preset.id), "https://host.example/bellman/?find=x");
    expect(modeIn({ search, hash })).toBe("lab");
    expect(decodeLink(hash)).toEqual({ ok: true, value: presetScenario(preset) });
  });

  it("are found by all words of a search, by lab and by kind of algorithm", () => {
    expect(found("?find=cliff")).toEqual(expect.arrayContaining(["cliff-walking", "cliff-walking-sarsa"]));
    expect(found("?find=SARSA+cliff")).toEqual(["cliff-walking-sarsa"]);
    expect(found("?find=zzz")).toEqual([]);
    expect(found("?in=glimpse").every((id) => id.startsWith("glimpse-"))).toBe(true);
    expect(found("?in=grid-world&by=network")).toEqual([]);
    expect(found("?find=gymnasium&by=planning")).toEqual(["frozen-lake-4x4", "frozen-lake-8x8"]);
    expect(found("").length).toBe(presets.length);
  });
});

it("chapters are found by title and question, unless a lab or a kind of algorithm is asked for", () => {
  const named = (search: string) =>
    chapters.filter((chapter) => isChapterFound(chapter, filterIn(search))).map(({ id }) => id);
  expect(named("?find=variance")).toEqual(["variance"]);
  expect(named("?find=second+set+of+weights")).toEqual(["replay-and-targets"]);
  expect(named("?find=variance&in=cart-pole")).toEqual([]);
  expect(named("").length).toBe(chapters.length);
});

describe("what is looked for", () => {
  it("goes into an address and comes back, beside what else it says", () => {
    const filter = { find: "größe & x=1", lab: "cart-pole", kind: "network" } as const;
    const search = withFilter("?utm=x", filter);
    expect(filterIn(search)).toEqual(filter);
    expect(modeIn({ search, hash: "" })).toBe("home");
    expect(withFilter(search, ALL)).toBe("?utm=x");
    expect(withFilter("?find=x", ALL)).toBe("");
  });

  it("is nothing where an address names a lab or a kind that there is not", () => {
    expect(filterIn("?in=chess&by=magic")).toEqual(ALL);
  });
});
