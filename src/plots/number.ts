/** The typographic minus sign, as wide as a digit. */
const MINUS = "−";
/** Magnitudes from here on are written with an exponent. */
const LARGE = 1e6;

/** A number in at most about three significant digits: −12.3, 0.0013, 1.2e6. NaN is “?”. */
export function formatNumber(x: number): string {
  const special = specialText(x);
  if (special !== null) return special;
  const size = Math.abs(x);
  if (size >= LARGE || size < 1e-4) return withMinus(trimmed(x.toExponential(1)).replace("e+", "e"));
  const exponent = Math.floor(Math.log10(size));
  const digits = size < 0.01 ? 2 : 3;
  return withMinus(trimmed(x.toFixed(Math.max(0, digits - 1 - exponent))));
}

/** As many digits as an exact read-out needs: up to `digits` significant ones, trailing zeros dropped. */
export function formatExact(x: number, digits = 7): string {
  const special = specialText(x);
  if (special !== null) return special;
  const size = Math.abs(x);
  if (size >= 1e9 || size < 1e-6) {
    return withMinus(trimmed(x.toExponential(digits - 1)).replace("e+", "e"));
  }
  const exponent = Math.floor(Math.log10(size));
  return withMinus(trimmed(x.toFixed(Math.min(20, Math.max(0, digits - 1 - exponent)))));
}

/** A number with so many decimals, never “−0.0”; from a million on, with an exponent. */
export function formatFixed(x: number, decimals: number): string {
  if (!Number.isFinite(x) || Math.abs(x) >= LARGE) return formatNumber(x);
  const text = x.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : withMinus(text);
}

/** The fewest decimals, up to `most`, that write a number exactly, up to rounding errors. */
export function decimalsOf(x: number, most: number): number {
  const tolerance = 1e-6 * Math.max(1, Math.abs(x));
  for (let decimals = 0, unit = 1; decimals < most; decimals++, unit *= 10) {
    if (Math.abs(x - Math.round(x * unit) / unit) <= tolerance) return decimals;
  }
  return most;
}

/** A number of a thousand or more in little room: −5.4k, −54k, 1e6; smaller ones without decimals. */
export function formatShort(x: number, decimals = 1): string {
  if (!Number.isFinite(x)) return formatNumber(x);
  const size = Math.abs(x);
  if (size < 999.5) return formatFixed(x, 0);
  if (size < LARGE - 500) {
    return `${withMinus(trimmed((x / 1000).toFixed(size < 9950 ? decimals : 0)))}k`;
  }
  return withMinus(x.toExponential(0).replace("e+", "e"));
}

/** A reward: always with its sign, +1 or −0.04; zero is 0. */
export function formatSigned(x: number): string {
  return (x > 0 ? "+" : "") + formatNumber(x);
}

/** Decimals that give the largest of some numbers three digits; 0 when all are whole. */
export function decimalsFor(largest: number, allWhole: boolean): number {
  if (allWhole || largest >= 100) return 0;
  if (largest >= 10) return 1;
  return largest >= 1 ? 2 : 3;
}

function specialText(x: number): string | null {
  if (x === 0) return "0";
  if (Number.isNaN(x)) return "?";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : `${MINUS}∞`;
  return null;
}

/** Drops zeros behind the decimal point, before an exponent too. */
function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+(?=e|$)/, "") : text;
}

function withMinus(text: string): string {
  return text.replaceAll("-", MINUS);
}
