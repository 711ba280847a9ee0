import { section } from "./section";

/** What is said of new versions of the page. */
export const words = section("offline", {
  newVersion: "A new version of Bellman is ready. Using it reloads this page; your work is kept.",
  useIt: "Use it now",
});
