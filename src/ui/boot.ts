import { fail } from "../core/result";
import { opening as words } from "../messages/opening";
import { fill } from "../messages/section";
import { presetNamed, presets, presetScenario, type Preset } from "../scenario/presets";
import { askedBackend } from "./backend-choice";
import { LABS, labOf } from "./labs";
import { askedOfLab, modeIn } from "./mode";
import { isEmbedded, useMode } from "./mode-state";
import { notify } from "./notify";
import { forceBackend, open, turnedAway } from "./session";
import { forgetAddress, restoreTab, restoreWork, startAutosave } from "./storage/autosave";
import { offerTraining } from "./storage/offer-training";
import { startSettings } from "./storage/settings";
import { startKeepingTraining } from "./storage/training";

/** Sets the page up before it is drawn: theme, the first scenario, saving, and links opened later. */
export async function boot(): Promise<void> {
  useMode.setState({ mode: modeIn(location) });
  startSettings();
  chooseBackend();
  if (isEmbedded()) await (await import("./embed/start-embed")).startEmbed(openNamed);
  else await openOrRestore();
  document.addEventListener("visibilitychange", turnedAway);
  addEventListener("hashchange", () => void openAddress());
}

/** Shows what the address names, as it begins; false if it names nothing that can be shown. */
async function openNamed(): Promise<boolean> {
  return (await openLesson(() => false)) || openAddress();
}

/** Shows what the address names, or goes on with the visitor's work; keeps that from now on. */
async function openOrRestore(): Promise<void> {
  const { hash } = location;
  if (await openLesson(restoreTab)) void offerTraining();
  else if (restoreTab()) void offerTraining();
  else if (!(await openAddress())) restoreOrBegin(presetNamed(hash));
  startAutosave();
  startKeepingTraining();
}

/**
 * The chapter that the address names, with `restore` bringing back the run that was there. False if it names none; where it
 * cannot be opened, that is told, and the lab opens as without it.
 */
async function openLesson(restore: () => boolean): Promise<boolean> {
  if (!new URLSearchParams(location.search).has("lesson")) return false;
  try {
    const { openPlace } = await import("./lesson/open-place");
    return await openPlace(restore);
  } catch {
    notify({ kind: "problem", says: words.lectureNotLoaded });
    return false;
  }
}

/**
 * Opens the link in the address. False if there is none or it cannot be read; then what was shown stays. What unpacks a
 * link comes only now: most visits begin without one.
 */
async function openAddress(): Promise<boolean> {
  const { hash } = location;
  if (hash.length < 2) return false;
  const decoded = await import("../scenario/link").then(
    ({ decodeLink }) => decodeLink(hash),
    () => fail(words.noReader),
  );
  if (hash !== location.hash) return true; // another link has come meanwhile
  if (!decoded.ok) {
    notify({ kind: "problem", says: fill(words.linkNotOpened, { why: decoded.error }) });
    forgetAddress();
    return false;
  }
  open(decoded.value, hash.startsWith("#v") ? "link" : "preset");
  return true;
}

function chooseBackend(): void {
  const { name, wrong } = askedBackend(location.search);
  if (name) forceBackend(name);
  if (wrong !== undefined) notify({ kind: "problem", says: wrong });
}

/**
 * Goes on with earlier work, or begins, in the lab that the address asks for. `asked`: a preset that it names, but in a
 * link that could not be read.
 */
function restoreOrBegin(asked: Preset | undefined): void {
  const { lab: named, work } = askedOfLab(location.search);
  const lab = asked ? labOf(asked.scenario) : LABS.find(({ id }) => id === named)?.id;
  if (named !== null && !lab) {
    const known = LABS.map(({ id }) => id).join(", ");
    notify({ kind: "problem", says: fill(words.noLab, { name: named.slice(0, 40), known }) });
  }
  const first = presets.find(({ scenario }) => labOf(scenario) === lab) ?? presets[0];
  if (restoreWork(lab, work)) void offerTraining();
  else open(presetScenario(asked ?? first), "preset");
}
