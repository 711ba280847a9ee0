/**
 * 16 hex digits over the bytes of tables: two FNV-1a hashes (Fowler, Noll & Vo) with different
 * offsets. For comparing runs by eye and in tests, not against an adversary.
 */
export function fingerprint(tables: readonly (Float64Array | Float32Array)[]): string {
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (const table of tables) {
    // −0 and 0 are equal values; normalise so that equal tables have equal bytes.
    const bytes = new Uint8Array(Float64Array.from(table, (x) => x + 0).buffer);
    for (const byte of bytes) {
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x01000193);
      b ^= b >>> 15;
    }
  }
  return hex(a) + hex(b);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
