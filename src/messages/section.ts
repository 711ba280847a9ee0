/**
 * The words of the page, in English, section by section: the one place where they stand. A translation is one file of
 * the same shape; it is laid over the sections before anything is drawn, so words are read where they
 * are shown and never kept in a constant of a module.
 */

type Words = Readonly<Record<string, string>>;

/** A translation: some or all of the words, by section and key. What it leaves out stays English. */
export type Translation = Readonly<Record<string, Words>>;

const sections = new Map<string, Record<string, string>>();
let laidOver: Translation = {};

/** Declares a section of the catalogue. Its keys and the `{…}` in its words are part of its type. */
export function section<const T extends Words>(name: string, english: T): T {
  const words: Record<string, string> = { ...english, ...known(english, laidOver[name]) };
  sections.set(name, words);
  return words as T;
}

/** Lays a translation over the sections that are there, and over those that are loaded later. */
export function translate(translation: Translation): void {
  laidOver = translation;
  for (const [name, words] of sections) Object.assign(words, known(words, translation[name]));
}

/** Only words that the page has, so that an old translation does no harm. */
function known(english: Words, translated: Words = {}): Words {
  return Object.fromEntries(Object.entries(translated).filter(([key]) => Object.hasOwn(english, key)));
}

/** The names between braces in a text. */
export type Blanks<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never;

/** A text with its blanks filled in: `fill("step {at} of {count}", { at: 1, count: 7 })`. */
export function fill<T extends string>(
  text: T,
  values: Readonly<Record<Blanks<T>, string | number>>,
): string {
  const given: Readonly<Record<string, string | number>> = values;
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => (name in given ? String(given[name]) : blank));
}
