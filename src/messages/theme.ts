import { section } from "./section";

/** The colours of the page. */
export const themeWords = section("theme", {
  theme: "Theme",
  light: "Light",
  dark: "Dark",
  auto: "As the system",
  contrast: "High contrast",
});
