/** Three digits, with a comma between thousands. */
export function short(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en");
}

/** Two digits, for a ratio of two figures that others' loads and machines blur. */
export function ratio(value: number): string {
  return String(Number(value.toPrecision(2)));
}
