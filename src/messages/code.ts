import { section } from "./section";

/** The code of an algorithm: ours, and a script that does the same. */
export const code = section("code", {
  title: "{algorithm} as code",
  languages: "Language",
  typescript: "TypeScript, from this page",
  python: "Python, to run yourself",
  aboutTypescript:
    "Pieces of this page’s own source, cut out when it was built: what runs here is exactly this. With networks it is the version on TensorFlow.js; small hand-written kernels that compute the same, tested against it, take its place where they are faster.",
  aboutTablesTypescript:
    "Pieces of this page’s own source, cut out when it was built: what runs here is exactly this.",
  place: "{file}, lines {first} to {last}",
  aboutPlanning:
    "One file that runs as it is, with the world and the parameters as they are now. Nothing in it is random: its values agree with those here to rounding. It does not find out by itself, as this page does, that values have no limit; it gives up after many sweeps.",
  aboutLearning:
    "One file that runs as it is, with the world and the parameters as they are now. The world and the update are exactly the same, the random numbers are not: a run differs from the one here as two seeds do. Changes that you made while it ran are not repeated.",
  aboutGymnasium:
    "It uses Gymnasium’s CartPole-v1 where that is installed, and otherwise the same world, written out in the script.",
  aboutOwnWorld: "This cart-pole is not Gymnasium’s, so the script brings its own.",
  aboutDigits:
    "It reads MNIST’s four files from its own folder, or fetches them with torchvision. Shipped weights are read from there as well.",
  ownWorld: "a world of one’s own",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "This browser does not let the page copy. Select the text and copy it by hand.",
  download: "Download {file}",
  script: "Python script",
});
