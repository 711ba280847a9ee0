/** The caps of the format, in one place: the parser, the published schema and the docs agree on them. */
export const LIMITS = {
  /** Characters. */
  title: 120,
  notes: 4000,
  /** Length of each name in locks, layers and the rest of the view. */
  name: 64,
  locks: 64,
  layers: 32,
  changes: 256,
  stop: 1e9,
  tick: 1e9,
  /** Phases within one tick. */
  phase: 1e6,
  state: 1e6,
  seed: 2 ** 32 - 1,
  /** Characters of a link after the #. */
  link: 8192,
  /** Bytes of JSON in a link, once inflated. */
  inflated: 256 * 1024,
  /** Bytes of a file. */
  file: 1024 * 1024,
  /** Objects and lists inside one another. */
  depth: 16,
} as const;
