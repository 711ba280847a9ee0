import { describe, expect, it } from "vitest";
import { decodeLink } from "./link";
import { presetNamed } from "./presets";

function read(link: string) {
  const decoded = decodeLink(link);
  if (!decoded.ok) throw new Error(decoded.error);
  return decoded.value;
}

function errorOf(link: string): string {
  const decoded = decodeLink(link);
  return decoded.ok ? "" : decoded.error;
}

describe("preset links", () => {
  it("set parameters of the algorithm and of the world, the seed and the pause", () => {
    const scenario = read(
      "https://example.org/#cliff-walking?alpha=0.1&epsilonSchedule=linear&noise=.2&exitAction=true&seed=3&at=120",
    );
    expect(scenario.algo).toMatchObject({
      id: "q-learning",
      params: { alpha: 0.1, epsilonSchedule: "linear", epsilon: 0.1 },
    });
    expect(scenario.env.params).toMatchObject({ noise: 0.2, exitAction: true });
    expect(scenario.seed).toBe(3);
    expect(scenario.view).toEqual({ at: { tick: 120, phase: 0 } });
  });

  it("take a parameter's full name", () => {
    expect(read("#cliff-walking?env.noise=0.1&algo.alpha=1e-1")).toEqual(
      read("#cliff-walking?noise=0.1&alpha=0.1"),
    );
  });

  it("change the algorithm, which keeps what both have, whatever the order", () => {
    const scenario = read("#cliff-walking?inPlace=true&algo=value-iteration&gamma=0.9");
    expect(scenario.algo).toMatchObject({ id: "value-iteration", params: { gamma: 0.9, inPlace: true } });
    expect(scenario.stop).toEqual({ converged: true });
    expect(read("#lecture-grid?algo=q-learning").stop).toEqual({ episodes: 500 });
  });

  it.each([
    ["#cliff-wlking", /no preset called “cliff-wlking”/],
    ["#__proto__", /no preset/],
    ["#cliff-walking?algo=magic", /no algorithm called “magic”/],
    ["#cliff-walking?beta=1", /“beta” in this link: neither/],
    ["#cliff-walking?constructor=1", /“constructor” in this link: neither/],
    ["#cliff-walking?env.alpha=1", /“env.alpha” in this link: neither/],
    ["#cliff-walking?alpha=", /“alpha” in this link: it must be a number/],
    ["#cliff-walking?alpha=1e999", /must be a number/],
    ["#cliff-walking?alpha=0x1", /must be a number/],
    ["#cliff-walking?alpha=2", /between 0 and 1/],
    ["#cliff-walking?exitAction=yes", /true or false/],
    ["#cliff-walking?epsilonSchedule=up", /one of constant, linear/],
    ["#cliff-walking?rows=S.T", /cannot be set in a short link/],
    [
      "#cliff-walking?seed=4294967296",
      /“seed” in this link: it must lie between 0 and 4294967295, not 4294967296/,
    ],
    ["#cliff-walking?seed=-1", /it must lie between 0 and 4294967295, not -1\./],
    ["#cliff-walking?seed=1.5", /it must be a whole number\./],
    ["#cliff-walking?seed=one", /it must be a whole number\./],
    ["#cliff-walking?at=-5", /“at” in this link: it must lie between 0 and 1000000000, not -5\./],
    ["#cliff-walking?at=1e15", /it must lie between 0 and 1000000000, not 1000000000000000\./],
    ["#cliff-walking?seed=1&seed=2", /twice/],
  ])("%s is refused", (link, message) => {
    expect(errorOf(link)).toMatch(message);
  });
});

describe("the preset that an address names", () => {
  it("is found whatever else the address says", () => {
    expect(presetNamed("#cart-pole-dqn?units=100000")?.id).toBe("cart-pole-dqn");
    expect(presetNamed("https://example.org/#cliff-walking")?.id).toBe("cliff-walking");
    expect(presetNamed("#v1.AAAA.00000000")).toBeUndefined();
    expect(presetNamed("")).toBeUndefined();
  });
});
