import { parseParam, type NumberParam } from "../../core/params";
import { fail, type Result } from "../../core/result";
import { numberBox as words } from "../../messages/number-box";
import { fill } from "../../messages/section";

/** A number as it stands in a box: plain, with a real minus; exponents only below 0.0001 and for the very large. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const text = size > 0 && size < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/^-/, "−");
}

/** Reads what was typed: 0.9, .9, 0,9, −1, 1e-6. The error is a whole sentence. */
export function readNumber(def: NumberParam, typed: string): Result<number> {
  const text = typed.trim().replaceAll("−", "-").replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    return fail(fill(words.noNumber, { min: numberText(def.min), max: numberText(def.max) }));
  }
  const parsed = parseParam(def, Number(text)) as Result<number>;
  if (parsed.ok) return parsed;
  return fail(fill(words.wrong, { name: def.label, problem: parsed.error }));
}
