import type { AnyParamDefs } from "../../core/params";
import { parameters as words } from "../../messages/parameters";
import { fill } from "../../messages/section";
import { numberText } from "./number-text";

/** The parameters that have an effect and are not at their defaults, in words: “noise 0.2”, “no bias”. */
export function unusualSettings(defs: AnyParamDefs, params: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(defs).flatMap(([name, def]) => {
    const value = params[name];
    const isShown = !def.shownWhen || params[def.shownWhen.param] === def.shownWhen.is;
    if (value === def.default || def.kind === "data" || !isShown) return [];
    const setting = def.label.toLowerCase();
    if (def.kind === "flag") return [value ? setting : fill(words.isOff, { setting })];
    const chosen =
      def.kind === "number"
        ? numberText(value as number)
        : (def.options.find((option) => option.value === value)?.label ?? "");
    return [fill(words.isSet, { setting, value: chosen })];
  });
}
