import { translate, type Translation } from "./section";

/** One file is one translation: `languages/de.ts`, `languages/pt-BR.ts`. None is loaded but the one that is used. */
const files = import.meta.glob<Translation>("./languages/*.ts", { import: "default" });

/** What the words of the catalogue are written in. */
const ENGLISH = "en";

/** Lays the translation that the reader would like best over the catalogue; English where none fits, or it does not come. */
export async function speak(wanted: readonly string[], page: HTMLElement): Promise<void> {
  const fileOf = (code: string) => `./languages/${code}.ts`;
  const code = languageFor(wanted, (known) => fileOf(known) in files);
  const translation = await files[fileOf(code)]?.().catch(() => undefined);
  if (!translation) return;
  translate(translation);
  page.lang = code;
}

/** The first of the wanted languages that there is: in the very form wanted (`pt-BR`), else in a wider one (`pt`). */
export function languageFor(wanted: readonly string[], isThere: (code: string) => boolean): string {
  for (const tag of wanted) {
    const parts = tag.split("-");
    for (let length = parts.length; length > 0; length--) {
      const code = parts.slice(0, length).join("-");
      if (code === ENGLISH || isThere(code)) return code;
    }
  }
  return ENGLISH;
}
