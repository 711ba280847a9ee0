import { fill } from "../../messages/section";

/** A text of the catalogue in a formula. Its blanks are filled in with formulas. */
export function texWords<T extends string>(text: T, formulas: Parameters<typeof fill<T>>[1]): string {
  const given = Object.entries<string | number>(formulas).map(([name, tex]) => [name, `}${tex}\\text{`]);
  return `\\text{${fill(text, Object.fromEntries(given) as typeof formulas)}}`.replaceAll("\\text{}", "");
}
