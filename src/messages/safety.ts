import { section } from "./section";

/** What stands in the place of a page that cannot be drawn. */
export const safety = section("safety", {
  title: "Bellman cannot draw this page",
  what: "Something in the page went wrong. Your work is saved in this browser. Reload the page; if that does not help, begin with an example and open your work from Presets.",
  reload: "Reload",
  begin: "Begin with an example",
});
