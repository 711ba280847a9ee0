import { fail, ok, type Result } from "../core/result";
import type { Scenario } from "../core/scenario";
import { LIMITS } from "./limits";
import { faultIn } from "./json-fault";
import { parseScenario } from "./parse";

/** Reads a scenario file. The caps on its size and nesting are checked before anything is built from it. */
export function parseScenarioText(text: string): Result<Scenario> {
  if (text.length > LIMITS.file || new Blob([text]).size > LIMITS.file) {
    return fail("This file is too large for a scenario; at most 1 MiB is read.");
  }
  const raw = parseJson(text.startsWith("\uFEFF") ? text.slice(1) : text);
  return raw.ok ? parseScenario(raw.value) : raw;
}

/** JSON.parse with a bound on nesting; the error says where the text goes wrong. */
export function parseJson(text: string): Result<unknown> {
  if (text.trim() === "") return fail("This is empty; there is no scenario in it.");
  if (isTooDeep(text)) {
    return fail(
      `This is not a scenario: it holds more than ${LIMITS.depth} objects or lists in one another.`,
    );
  }
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return fail(`This is not valid JSON${whereWrong(text)}.`);
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter === "\\") i++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === "{" || letter === "[") {
      if (++depth > LIMITS.depth) return true;
    } else if (letter === "}" || letter === "]") depth--;
  }
  return false;
}

function whereWrong(text: string): string {
  const at = faultIn(text);
  if (at >= text.length) return ": it ends too early, part of it may be missing";
  const before = text.slice(0, at).split("\n");
  return `: look at line ${before.length}, column ${before[before.length - 1].length + 1}`;
}
