/** The numbers of a formula as it is written, also those such as 1.2\cdot 10^{-4}; not those of its indices. */
export function texNumbers(tex: string): number[] {
  const plain = tex.replaceAll(/\\cdot\s*10\^\{(-?\d+)\}/g, "e$1").replaceAll(/[_^](\{[^}]*\}|.)/g, "");
  return (plain.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number);
}
