/** Three digits, a large number with its thousands apart: “13,900,000 updates/s”, “0.0821 ms”. */
export function formatRate(value: number, unit: string): string {
  const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
  return unit === "" ? number : `${number} ${unit}`;
}
