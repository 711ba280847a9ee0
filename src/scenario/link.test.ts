import { deflateSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { crc32 } from "../core/crc32";
import { Rng } from "../core/rng";
import type { Scenario } from "../core/scenario";
import { toBase64url } from "./base64url";
import { canonicalText } from "./canonical";
import { decodeLink, encodeLink } from "./link";
import { parseScenario } from "./parse";
import { damaged, randomScenario } from "./random-scenario";

function valid(raw: unknown): Scenario {
  const parsed = parseScenario(raw);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function link(scenario: Scenario): string {
  const encoded = encodeLink(scenario);
  if (!encoded.ok) throw new Error(encoded.error);
  return encoded.value;
}

function errorOf(address: string): string {
  const decoded = decodeLink(address);
  return decoded.ok ? "" : decoded.error;
}

/** A link with a right checksum around any text: what a hostile author would write. */
function packed(text: string | Uint8Array): string {
  const bytes = deflateSync(typeof text === "string" ? strToU8(text) : text, { level: 9 });
  return `#v1.${toBase64url(bytes)}.${crc32(bytes)}`;
}

const small = { v: 1, env: { id: "grid-world" }, algo: { id: "value-iteration" }, seed: 1 };

describe("links", () => {
  it("carry 10,000 random scenarios there and back, byte for byte", () => {
    const rng = Rng.fromSeed(1);
    let tooLong = 0;
    let atOnePlace = 0;
    for (let i = 0; i < 10_000; i++) {
      const scenario = valid(randomScenario(rng));
      const encoded = encodeLink(scenario);
      if (!encoded.ok) {
        expect(encoded.error).toMatch(/too long for a link/);
        tooLong++;
        continue;
      }
      const decoded = decodeLink(encoded.value);
      if (!decoded.ok) throw new Error(`${decoded.error} ${canonicalText(scenario)}`);
      expect(decoded.value).toEqual(scenario);
      const places = (scenario.changes ?? []).map(({ at }) => `${at.tick} ${at.phase}`);
      if (new Set(places).size < places.length) atOnePlace++;
      expect(link(decoded.value)).toBe(encoded.value);
    }
    expect(tooLong).toBeLessThan(200);
    expect(atOnePlace).toBeGreaterThan(500);
  }, 300_000);

  it("refuse 20,000 damaged links or read the same scenario", () => {
    const rng = Rng.fromSeed(2);
    let original = "";
    let accepted = 0;
    for (let i = 0; i < 20_000; i++) {
      if (i % 50 === 0) original = link(shortEnough(rng));
      const decoded = decodeLink(damaged(original, rng));
      if (!decoded.ok) continue;
      accepted++;
      expect(link(decoded.value)).toBe(original);
    }
    expect(accepted).toBeLessThan(2000);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 300_000);

  it("open from a whole address, with and without the #", () => {
    const scenario = valid(small);
    const fragment = link(scenario);
    for (const address of [fragment, fragment.slice(1), `https://example.org/bellman/?embed=1${fragment}`]) {
      expect(decodeLink(address)).toEqual({ ok: true, value: scenario });
    }
  });

  it("say what is wrong", () => {
    const fragment = link(valid(small));
    expect(errorOf("")).toMatch(/no scenario/);
    expect(errorOf("#")).toMatch(/no scenario/);
    expect(errorOf("https://example.org/")).toMatch(/no scenario/);
    expect(errorOf("#v2.abc.def")).toMatch(/newer Bellman/);
    expect(errorOf("#v1")).toMatch(/cut off/);
    expect(errorOf(fragment.slice(0, -1))).toMatch(/cut off/);
    expect(errorOf("#no-such-preset")).toMatch(/no preset called “no-such-preset”/);
    expect(errorOf(packed('{"v":2}'))).toMatch(/newer Bellman/);
    expect(errorOf(packed("{"))).toMatch(/not valid JSON/);
    expect(errorOf(packed(new Uint8Array([0xff, 0xfe])))).toMatch(/no text/);
  });

  it("refuse a scenario that does not fit, and say what to do", () => {
    const rng = Rng.fromSeed(3);
    const cells = Object.fromEntries(
      Array.from({ length: 900 }, (_, i) => [`${Math.floor(i / 30)},${i % 30}`, { reward: rng.uniform() }]),
    );
    const rows = Array.from({ length: 30 }, () => ".".repeat(30));
    const encoded = encodeLink(valid({ ...small, env: { id: "grid-world", params: { rows, cells } } }));
    expect(encoded.ok ? "" : encoded.error).toMatch(/Save it as a file/);
  });

  it("never hand out a link to an invalid scenario", () => {
    const broken = { ...valid(small), seed: -1 };
    expect(encodeLink(broken).ok).toBe(false);
  });
});

describe("hostile links", () => {
  it("are refused by length before they are read", () => {
    const bomb = packed(new Uint8Array(200_000_000));
    expect(bomb.length).toBeGreaterThan(8193);
    expect(errorOf(bomb)).toMatch(/too long/);
  });

  it("stop unpacking at the cap", () => {
    const bomb = packed(new Uint8Array(5_000_000).fill(32));
    expect(bomb.length).toBeLessThan(8193);
    expect(errorOf(bomb)).toMatch(/more than 256 KiB/);
  });

  it.each([
    [
      "__proto__ on top",
      '{"v":1,"__proto__":{"polluted":1},"env":{"id":"grid-world"},"algo":{"id":"value-iteration"}}',
      /“__proto__”/,
    ],
    [
      "__proto__ in parameters",
      '{"v":1,"env":{"id":"grid-world","params":{"__proto__":{"polluted":1}}},"algo":{"id":"value-iteration"}}',
      /“__proto__”/,
    ],
    [
      "__proto__ in a change",
      '{"v":1,"env":{"id":"grid-world"},"algo":{"id":"value-iteration"},"changes":[{"at":{"tick":1},"env":{"__proto__":{"polluted":1}}}]}',
      /“__proto__”/,
    ],
    [
      "__proto__ in cells",
      '{"v":1,"env":{"id":"grid-world","params":{"cells":{"__proto__":{"reward":1}}}},"algo":{"id":"value-iteration"}}',
      /not a cell/,
    ],
    [
      "constructor as an id",
      '{"v":1,"env":{"id":"constructor"},"algo":{"id":"value-iteration"}}',
      /does not know/,
    ],
    ["deep nesting", `{"v":1,"env":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, /more than 16/],
    [
      "1e999",
      '{"v":1,"env":{"id":"grid-world","params":{"stepReward":1e999}},"algo":{"id":"value-iteration"}}',
      /must be a number/,
    ],
    [
      "NaN",
      '{"v":1,"env":{"id":"grid-world","params":{"stepReward":NaN}},"algo":{"id":"value-iteration"}}',
      /not valid JSON/,
    ],
  ])("%s", (_, text, message) => {
    expect(errorOf(packed(text))).toMatch(message);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

function shortEnough(rng: Rng): Scenario {
  for (;;) {
    const scenario = valid(randomScenario(rng));
    if (encodeLink(scenario).ok) return scenario;
  }
}
