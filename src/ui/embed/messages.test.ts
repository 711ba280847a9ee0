import { describe, expect, it } from "vitest";
import { readCommand } from "./messages";

const errorOf = (raw: unknown) => {
  const read = readCommand(raw);
  return read.ok ? "" : read.error;
};

describe("a message of the page around", () => {
  it.each([
    [
      { bellman: 1, type: "load", link: "#cliff-walking" },
      { type: "load", link: "#cliff-walking" },
    ],
    [
      { bellman: 1, type: "load", scenario: { v: 1 }, id: "a" },
      { type: "load", scenario: { v: 1 }, id: "a" },
    ],
    [{ bellman: 1, type: "play" }, { type: "play" }],
    [
      { bellman: 1, type: "pause", id: "7" },
      { type: "pause", id: "7" },
    ],
    [{ bellman: 1, type: "reset" }, { type: "reset" }],
    [{ bellman: 1, type: "step" }, { type: "step" }],
    [
      { bellman: 1, type: "step", granularity: "sweep" },
      { type: "step", granularity: "sweep" },
    ],
    [
      { bellman: 1, type: "read" },
      { type: "read", series: false },
    ],
    [
      { bellman: 1, type: "read", series: true },
      { type: "read", series: true },
    ],
  ])("%j is a command", (raw, command) => {
    expect(readCommand(raw)).toEqual({ ok: true, value: command });
  });

  it.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /must be an object/i],
    ["null", null, /must be an object/i],
    ["a text", '{"bellman":1}', /must be an object/i],
    ["a list", [1], /must be an object/i],
    ["of another version", { bellman: 2, type: "play" }, /bellman: 2; .*version 1/],
    ["of a version that is no number", { bellman: {}, type: "play" }, /bellman: object/],
    ["without a type", { bellman: 1 }, /must be an object/i],
    ["with an unknown type", { bellman: 1, type: "destroy" }, /“destroy”.*load, play/],
    ["with a type of the prototype", { bellman: 1, type: "constructor" }, /“constructor”/],
    ["with a type that is no text", { bellman: 1, type: ["play"] }, /“object”/],
    ["with another entry", { bellman: 1, type: "play", rate: 3 }, /no entry called “rate”/],
    ["with __proto__", JSON.parse('{"bellman":1,"type":"play","__proto__":{"a":1}}'), /“__proto__”/],
    ["load of nothing", { bellman: 1, type: "load" }, /either a link or a scenario/],
    ["load of both", { bellman: 1, type: "load", link: "#a", scenario: {} }, /either a link or a scenario/],
    ["load of a number", { bellman: 1, type: "load", scenario: 3 }, /either a link or a scenario/],
    ["load of null", { bellman: 1, type: "load", scenario: null }, /either a link or a scenario/],
    ["load of a link that is no text", { bellman: 1, type: "load", link: 3 }, /“link” must be a text/],
    ["load of an endless link", { bellman: 1, type: "load", link: "x".repeat(1e5) }, /“link” is too long/],
    ["a step of a number", { bellman: 1, type: "step", granularity: 1 }, /“granularity” must be a text/],
    ["a series that is no flag", { bellman: 1, type: "read", series: "yes" }, /true or false/],
    ["an id that is no text", { bellman: 1, type: "play", id: 1 }, /“id” must be a text/],
    ["a long id", { bellman: 1, type: "play", id: "x".repeat(65) }, /“id” is too long/],
  ])("%s is refused with a sentence", (_what, raw, says) => {
    expect(errorOf(raw)).toMatch(says);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });
});
