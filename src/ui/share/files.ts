import type { Scenario } from "../../core/scenario";
import { files as words } from "../../messages/files";
import { fill } from "../../messages/section";
import { LIMITS, parseScenarioText, toJson } from "../../scenario/schema";
import { titleOf } from "../preset-of";
import { notify } from "../notify";
import { open } from "../session";
import { forgetAddress } from "../storage/autosave";

/** Hands a file to the browser to save. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function saveText(name: string, type: string, text: string): void {
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** The scenario as an indented file, for reading and for version control. */
export function saveScenario(scenario: Scenario): void {
  saveText(fileName(scenario, "json"), "application/json", `${JSON.stringify(toJson(scenario), null, 2)}\n`);
}

/** “The lecture’s grid” → bellman-the-lectures-grid.json */
export function fileName(scenario: Scenario, ending: string): string {
  const title = (titleOf(scenario) ?? "world").normalize("NFKD").toLowerCase();
  const slug = title
    .replaceAll(/[’']|\p{Mark}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return `bellman-${slug || "world"}.${ending}`;
}

/** Opens a scenario file. Whatever is wrong with it is said; what was on screen stays or can be returned to. */
export async function openFile(file: File): Promise<void> {
  const problem = (why: string) =>
    notify({ kind: "problem", says: fill(words.notOpened, { file: file.name, why }) });
  if (file.size > LIMITS.file) return problem(words.tooLarge);
  let text: string;
  try {
    text = await file.text();
  } catch {
    return problem(words.notRead);
  }
  const parsed = parseScenarioText(text);
  if (!parsed.ok) return problem(parsed.error);
  forgetAddress();
  open(parsed.value, "link");
  notify({ kind: "info", says: fill(words.isOpen, { file: file.name }) });
}
