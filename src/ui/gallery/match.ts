/** Signs that are written in more ways than one, and how a search takes them. */
const SIGNS: Readonly<Record<string, string>> = {
  "×": "x",
  λ: "lambda",
  ε: "epsilon",
  "’": "'",
  "–": "-",
  "‑": "-",
};

/** A text as a search compares it: without accents and capitals. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[×λε’–‑]/g, (sign) => SIGNS[sign]);
}

/** Whether every word of what is searched for occurs in a folded text, in whatever order. */
export function matches(search: string, text: string): boolean {
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
