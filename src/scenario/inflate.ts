import { Inflate } from "fflate";
import { fail, ok, type Result } from "../core/result";

/** Deflate expands at most 1,032-fold, so one push yields at most about 260 KiB before the cap is looked at. */
const PUSH = 256;

/**
 * Inflates raw deflate data, giving up as soon as more than `cap` bytes have come out: a decompression
 * bomb is noticed after its first few hundred bytes.
 */
export function inflateUpTo(cap: number, data: Uint8Array): Result<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size <= cap) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < data.length && size <= cap; at += PUSH) {
      stream.push(data.subarray(at, at + PUSH), at + PUSH >= data.length);
    }
  } catch {
    return fail("its packed part cannot be unpacked.");
  }
  if (size > cap) return fail(`it unpacks to more than ${cap / 1024} KiB.`);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return ok(whole);
}
