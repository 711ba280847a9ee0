import { section } from "./section";

/** The searchable list of everything that can be opened. */
export const gallery = section("gallery", {
  search: "Search",
  searchHint: "Title, algorithm, what to notice, source",
  lab: "Lab",
  allLabs: "All labs",
  kind: "Algorithm",
  allKinds: "All algorithms",
  planning: "Planning",
  learning: "Learning with a table",
  network: "Learning with a network",
  found: "{count} of {all} presets",
  foundWithChapters: "{count} of {all} presets, {chapters} of {allChapters} chapters",
  chapters: "Chapters of the lecture",
  chapter: "Chapter {number}: {title}",
  none: "Nothing here matches. Every word of the search has to occur.",
  clear: "Clear the search",
});
