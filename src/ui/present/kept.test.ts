import { describe, expect, it, vi } from "vitest";
import { perTab } from "../storage/safe-storage";
import { isSamePlace, keep, keptHall } from "./kept";

const hall = {
  session: "1-2",
  state: {
    place: { id: "bellman", step: 2 },
    stage: "open",
    blank: false,
    frozen: true,
    laser: false,
    code: false,
  },
  shown: { place: { id: "bellman", step: 1 }, stage: "told" },
  answer: 3,
} as const;

/** What `keep` writes. */
function written(kept: Parameters<typeof keep>[0]): string {
  const write = vi.spyOn(perTab, "write").mockReturnValue(true);
  keep(kept);
  const [[, text]] = write.mock.calls;
  write.mockRestore();
  return text;
}

describe("what a tab keeps of a lecture", () => {
  it("comes back as it was, also while the hall is held at another step", () => {
    expect(keptHall(written(hall))).toEqual(hall);
  });

  it("is the name of the lecture only, once the hall has been left", () => {
    expect(keptHall(written({ ...hall, state: null }))).toMatchObject({ session: "1-2", state: null });
  });

  it.each([null, "", "null", "[]", "{", '{"session":3}'])("is nothing where %j is stored", (text) => {
    expect(keptHall(text)).toBeNull();
  });

  it("knows one place from another", () => {
    expect(isSamePlace({ id: "a", step: 1 }, { id: "a", step: 1 })).toBe(true);
    expect(isSamePlace({ id: "a", step: 1 }, { id: "a", step: 2 })).toBe(false);
    expect(isSamePlace({ id: "a", step: 1 }, null)).toBe(false);
    expect(isSamePlace(null, null)).toBe(true);
  });
});
