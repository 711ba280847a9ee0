import { describe, expect, it } from "vitest";
import { faultIn } from "./json-fault";

describe("faultIn", () => {
  it.each([
    ["{,}", 1],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ["[1,]", 3],
    ["[1 2]", 3],
    ["[01]", 1],
    ["[1.]", 1],
    ["[truer]", 1],
    ["[}", 1],
    ["{]", 1],
    ["1 1", 2],
    ['["a\nb"]', 3],
    ['["\\x"]', 2],
    ["{'a':1}", 1],
    ["[1", 2],
    ['["a', 3],
    ['{"a":', 5],
    ["", 0],
  ])("%j goes wrong at %i", (text, at) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(faultIn(text)).toBe(at);
  });

  it.each(['{"a":[1,-2.5e+3,true,false,null,"x\\n\\u00e9\\""],"b":{}}', " [ ] ", "0"])(
    "passes over %j",
    (text) => {
      JSON.parse(text);
      expect(faultIn(text)).toBe(text.length);
    },
  );
});
