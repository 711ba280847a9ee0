import { deflateSync } from "fflate";
import { describe, expect, it } from "vitest";
import { crc32 } from "../core/crc32";
import { Rng } from "../core/rng";
import { fromBase64url, toBase64url } from "./base64url";
import { inflateUpTo } from "./inflate";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("base64url", () => {
  it("agrees with RFC 4648", () => {
    const pairs = {
      "": "",
      f: "Zg",
      fo: "Zm8",
      foo: "Zm9v",
      foob: "Zm9vYg",
      fooba: "Zm9vYmE",
      foobar: "Zm9vYmFy",
    };
    for (const [plain, coded] of Object.entries(pairs)) {
      expect(toBase64url(bytes(plain))).toBe(coded);
      expect(fromBase64url(coded)).toEqual(bytes(plain));
    }
    expect(toBase64url(Uint8Array.of(0xfb, 0xff))).toBe("-_8");
  });

  it.each(["Z", "Zh", "Zm9=", "Zm9+", "Zm 8", "Zm9vZ", "é"])("refuses %j, which it never writes", (text) => {
    expect(fromBase64url(text)).toBeUndefined();
  });
});

describe("crc32", () => {
  it("agrees with the published check values", () => {
    expect(crc32(bytes("123456789"))).toBe("cbf43926");
    expect(crc32(bytes(""))).toBe("00000000");
  });
});

describe("inflateUpTo", () => {
  it("returns what was deflated, whatever its length", () => {
    const rng = Rng.fromSeed(1);
    for (let length = 1; length < 20_000; length = Math.ceil(length * 1.7)) {
      const data = Uint8Array.from({ length }, () => rng.int(40));
      expect(inflateUpTo(20_000, deflateSync(data))).toEqual({ ok: true, value: data });
    }
  });

  it("has its cap exactly", () => {
    const data = deflateSync(new Uint8Array(1024));
    expect(inflateUpTo(1024, data).ok).toBe(true);
    expect(inflateUpTo(1023, data).ok).toBe(false);
  });

  it("refuses noise and ends cut off", () => {
    const rng = Rng.fromSeed(2);
    const data = deflateSync(Uint8Array.from({ length: 3000 }, () => rng.int(256)));
    expect(inflateUpTo(1e6, data.subarray(0, 1500)).ok).toBe(false);
    expect(inflateUpTo(1e6, Uint8Array.of(7, 7, 7)).ok).toBe(false);
  });
});
