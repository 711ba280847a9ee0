import { deflateSync, strToU8 } from "fflate";
import { crc32 } from "../core/crc32";
import { fail, ok, type Result } from "../core/result";
import type { Scenario } from "../core/scenario";
import { fromBase64url, toBase64url } from "./base64url";
import { canonicalText, toJson } from "./canonical";
import { inflateUpTo } from "./inflate";
import { LIMITS } from "./limits";
import { CURRENT_VERSION } from "./migrations";
import { parseScenario } from "./parse";
import { decodePresetLink } from "./preset-link";
import { parseJson } from "./text";

/** Fixed, so that every browser writes the same link for the same scenario. */
const DEFLATE = { level: 9, mem: 4 } as const;

/**
 * `#v1.<base64url of the deflated canonical JSON>.<CRC-32 of the deflated bytes>`.
 *
 * The check covers the deflated bytes, not the JSON: damage is found before anything is unpacked, and up to
 * three wrong bits, or any damage within 32 bits in a row, are found with certainty at these lengths; checked
 * on the JSON, damage would be spread by the unpacking and found only with probability 1 − 2^-32.
 * Fails if the scenario is not valid or does not fit: a link that is given out opens.
 */
export function encodeLink(scenario: Scenario): Result<string> {
  const checked = parseScenario(toJson(scenario));
  if (!checked.ok) return checked;
  const packed = deflateSync(strToU8(canonicalText(checked.value)), DEFLATE);
  const fragment = `v${CURRENT_VERSION}.${toBase64url(packed)}.${crc32(packed)}`;
  if (fragment.length > LIMITS.link) {
    return fail(
      `This scenario is too long for a link: it takes ${fragment.length} characters and ${LIMITS.link} fit. Save it as a file and share that.`,
    );
  }
  return ok(`#${fragment}`);
}

/**
 * Reads a link: a whole address or what follows its #, with a packed scenario or the name of a preset.
 * Never throws; caps are checked before anything is built; the answer is a whole valid scenario or a sentence.
 */
export function decodeLink(address: string): Result<Scenario> {
  const hash = address.indexOf("#");
  if (address.length - (hash + 1) > LIMITS.link) {
    return fail(
      `This link is too long to be one of Bellman’s; at most ${LIMITS.link} characters follow the #.`,
    );
  }
  const fragment = address.slice(hash + 1);
  if (fragment === "" || (hash < 0 && address.includes("://"))) return fail("This link holds no scenario.");
  const version = /^v(\d{1,9})(\.|$)/.exec(fragment);
  if (!version) return decodePresetLink(fragment);
  if (Number(version[1]) > CURRENT_VERSION) {
    return fail("This link was made by a newer Bellman. Reload the page to get the newest.");
  }
  return unpack(fragment);
}

function unpack(fragment: string): Result<Scenario> {
  const parts = /^v[1-9]\d*\.([A-Za-z0-9_-]+)\.([0-9a-f]{8})$/.exec(fragment);
  const packed = parts ? fromBase64url(parts[1]) : undefined;
  if (!parts || !packed || crc32(packed) !== parts[2]) {
    return fail("This link is damaged or was cut off on its way. Copy it again, whole.");
  }
  const bytes = inflateUpTo(LIMITS.inflated, packed);
  if (!bytes.ok) return fail(`This link is not one of Bellman’s: ${bytes.error}`);
  const text = utf8(bytes.value);
  if (text === undefined) return fail("This link is not one of Bellman’s: it holds no text.");
  const raw = parseJson(text);
  return raw.ok ? parseScenario(raw.value) : raw;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
