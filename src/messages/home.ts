import { section } from "./section";

/** The landing page. */
export const home = section("home", {
  title: "Bellman",
  what: "Reinforcement learning to step through, in this browser tab: for students who ask where a number comes from, and for those who teach them.",
  foot: "Everything is computed in this page. No account; nothing you do here leaves the browser.",

  ways: "Ways in",
  takeLecture: "Take the lecture",
  goOnLecture: "Go on with the lecture: chapter {number}, step {step}",
  aboutLecture:
    "{count} chapters, from an agent in a maze to a network that learns where to look. Each stands beside a lab that runs it.",
  fromStart: "From the beginning",
  openLab: "Open a lab",
  "grid-world": "Grid world",
  "cart-pole": "Cart-pole",
  glimpse: "Glimpse",
  aboutLabs: "Plan and learn with tables on a map, balance a pole with networks, or move an eye over digits.",
  presets: "Find a preset",
  aboutPresets: "Ready-made experiments from the lecture, the textbooks and the papers, listed below.",
  ownWork: "Go on with your own work",

  figure: "Q-learning in the lecture’s maze",
  caption:
    "An agent, the dot, learns a maze by Q-learning. Numbers say what it expects of the way on to T, at −1 a step: of each move, where there is room, the best in bold. All begin at 0; along its way the best become minus the number of steps to T.",
  clock: "Episode {episode}, step {step}",
  rests: "It rests, then begins again with another seed.",
  run: "Run",
  pause: "Pause",
  openThis: "Open this in the lab",
  figureNotLoaded: "The figure could not be loaded. Check the connection and reload the page.",

  gallery: "Presets and chapters",
  worksNotLoaded: "It is kept, but its list could not be loaded. Check the connection and reload the page.",
  galleryNotLoaded: "The list could not be loaded. Check the connection and reload the page.",
});
