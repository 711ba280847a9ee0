import { describe, expect, it } from "vitest";
import { folded, matches } from "./match";

describe("a search", () => {
  it.each([
    ["cliff", "Cliff walking, Q-learning"],
    ["LEARNING cliff", "Cliff walking, Q-learning"],
    ["", "anything"],
    ["  cliff  ", "Cliff walking"],
    ["berkeley's", "Berkeley’s grid"],
    ["64x64", "64×64 cells"],
    ["sarsa(λ)", "SARSA(λ)"],
    ["sarsa(lambda)", "SARSA(λ)"],
    ["poincare", "Poincaré"],
    ["POINCARÉ", "poincare"],
  ])("for “%s” finds “%s”", (search, text) => expect(matches(search, folded(text))).toBe(true));

  it.each([
    ["cliff maze", "Cliff walking, Q-learning"],
    ["sarsa", "Q-learning"],
    ["clifff", "Cliff walking"],
  ])("for “%s” does not find “%s”: every word has to occur", (search, text) =>
    expect(matches(search, folded(text))).toBe(false),
  );
});
