import { section } from "./section";

/** The dialog of ready-made experiments and of the user's own earlier work. */
export const presets = section("presets", {
  title: "Presets",
  own: "Your own work, saved in this browser",
  older: "{count} more, older",
  dropped:
    "The newest {most} are kept at most, fewer where they are very large; {count} older ones have made room. Share what you want to keep for longer as a link or a file.",
  oneDropped:
    "The newest {most} are kept at most, fewer where they are very large; {count} older one has made room. Share what you want to keep for longer as a link or a file.",
  asLeft: "{title}, as you left it",
  changed: "Last changed {when}",
  open: "Your earlier work is open; go on where you were.",
});
