import type { AnyParamDefs } from "../../core/params";
import { numberText } from "./number-text";

/** The parameters that have an effect and are not at their defaults, in words: “noise 0.2”, “no bias”. */
export function unusualSettings(defs: AnyParamDefs, params: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(defs).flatMap(([name, def]) => {
    const value = params[name];
    const isShown = !def.shownWhen || params[def.shownWhen.param] === def.shownWhen.is;
    if (value === def.default || def.kind === "data" || !isShown) return [];
    const label = def.label.toLowerCase();
    if (def.kind === "flag") return [value ? label : `no ${label}`];
    if (def.kind === "number") return [`${label} ${numberText(value as number)}`];
    return [`${label} ${def.options.find((option) => option.value === value)?.label ?? ""}`];
  });
}
