import { create } from "zustand";
import { lasting } from "./safe-storage";

export const THEMES = ["light", "dark", "auto", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

/** What a person sets once for this browser. Never part of a scenario. */
export interface Settings {
  theme: Theme;
  /** Whether single letters are keys of the page. */
  letterKeys: boolean;
}

const KEY = "bellman.settings";
/** Light, because most projectors show dark pages badly. */
const DEFAULTS: Settings = { theme: "light", letterKeys: true };

/** Reads stored settings; whatever is missing or wrong has its default. */
export function readSettings(text: string | null): Settings {
  let raw: Partial<Record<keyof Settings, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(text ?? "{}");
    if (typeof parsed === "object" && parsed !== null) raw = parsed;
  } catch {
    // The defaults do.
  }
  const theme = THEMES.find((known) => known === raw.theme) ?? DEFAULTS.theme;
  return { theme, letterKeys: typeof raw.letterKeys === "boolean" ? raw.letterKeys : DEFAULTS.letterKeys };
}

export const useSettings = create<Settings>()(() => ({ ...DEFAULTS }));

export function changeSettings(part: Partial<Settings>): void {
  useSettings.setState(part);
  lasting.write(KEY, JSON.stringify(useSettings.getState()));
}

/** Loads the settings and keeps the page in their theme. */
export function startSettings(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const more = matchMedia("(prefers-contrast: more)");
  const forced = matchMedia("(forced-colors: active)");
  const apply = () => {
    const { theme } = useSettings.getState();
    const asked = more.matches ? "contrast" : dark.matches ? "dark" : "light";
    // Drawings keep their own colours, which must be those for the paper that the system lays under them.
    const fitting = dark.matches ? "dark" : "contrast";
    const auto = forced.matches ? fitting : asked;
    document.documentElement.dataset.theme = theme === "auto" || forced.matches ? auto : theme;
    const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
    document.querySelector('meta[name="theme-color"]')?.setAttribute("content", paper);
  };
  useSettings.setState(readSettings(lasting.read(KEY)));
  useSettings.subscribe(apply);
  for (const query of [dark, more, forced]) query.addEventListener("change", apply);
  apply();
}
