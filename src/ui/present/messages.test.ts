import { describe, expect, it } from "vitest";
import { readLetter, readShared, type Letter } from "./messages";

const state = {
  place: { id: "bellman", step: 2 },
  stage: "run",
  blank: false,
  frozen: true,
  laser: false,
  code: false,
} as const;

describe("what the windows of a lecture tell each other", () => {
  it.each<Letter>([
    { session: null, type: "hello" },
    { session: "a", type: "state", state },
    { session: "a", type: "state", state: { ...state, place: null } },
    { session: "a", type: "press", press: "step" },
    { session: "a", type: "clock", says: "3 sweeps" },
    { session: "a", type: "dot", x: 0.5, y: 1 },
    { session: "a", type: "bye" },
  ])("is read as it was sent: $type", (letter) => {
    expect(readLetter(structuredClone(letter))).toEqual(letter);
  });

  it.each([
    undefined,
    null,
    "hello",
    { type: "hello" },
    { session: 1, type: "hello" },
    { session: "a", type: "shout" },
    { session: "a", type: "state" },
    { session: "a", type: "state", state: { ...state, stage: "asked" } },
    { session: "a", type: "state", state: { ...state, place: { id: "bellman", step: -1 } } },
    { session: "a", type: "state", state: { ...state, place: { id: 3, step: 0 } } },
    { session: "a", type: "state", state: { ...state, place: undefined } },
    { session: "a", type: "state", state: { ...state, blank: "no" } },
    { session: "a", type: "press", press: "undo" },
    { session: "a", type: "clock", says: 3 },
    { session: "a", type: "dot", x: 2, y: 0 },
    { session: "a", type: "dot", x: NaN, y: 0 },
  ])("is ignored if it is wrong: %j", (raw) => expect(readLetter(raw)).toBeNull());

  it("carries nothing that it should not", () => {
    expect(readLetter({ session: "a", type: "hello", state, more: 1 })).toEqual({
      session: "a",
      type: "hello",
    });
    expect(readShared({ ...state, more: 1 })).toEqual(state);
  });
});
