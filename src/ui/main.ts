import "./fonts.css";
import "./theme.css";
import "./base.css";
import { speak } from "../messages/language";
import { page } from "../messages/page";
import { modeIn } from "./mode";

/** What is fetched first: it only finds out what the address shows and in which language, and fetches that. */
const root = document.getElementById("root");
const mode = modeIn(location);
// The file has the landing page's first words, so that they are painted at once.
if (mode !== "home") root?.replaceChildren();
const starting =
  mode === "home"
    ? import("./home/start-home").then(({ startHome }) => startHome)
    : mode === "speaker"
      ? import("./present/start-speaker").then(({ startSpeaker }) => startSpeaker)
      : import("./start-lab").then(({ startLab }) => startLab);

Promise.all([starting, speak(navigator.languages, document.documentElement)]).then(
  ([start]) => root && start(root),
  () => root?.append(page.notLoaded),
);

// In ms: after the first files, and without haste. Where it cannot be loaded, the page works all the same.
setTimeout(() => {
  if (navigator.onLine) import("./offline/keep").then(({ keepOffline }) => keepOffline()).catch(() => {});
}, 4000);
