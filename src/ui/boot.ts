import { fail } from "../core/result";
import { presetNamed, presets, presetScenario, type Preset } from "../scenario/presets";
import { askedBackend } from "./backend-choice";
import { labOf } from "./labs";
import { notify } from "./notify";
import { forceBackend, open, turnedAway } from "./session";
import { forgetAddress, restoreTab, restoreWork, startAutosave } from "./storage/autosave";
import { offerTraining } from "./storage/offer-training";
import { startSettings } from "./storage/settings";
import { startKeepingTraining } from "./storage/training";

/** Sets the page up before it is drawn: theme, the first scenario, saving, and links opened later. */
export async function boot(): Promise<void> {
  startSettings();
  chooseBackend();
  const { hash } = location;
  if (new URLSearchParams(location.search).has("lesson") && (await openLesson())) void offerTraining();
  else if (restoreTab()) void offerTraining();
  else if (!(await openAddress())) restoreOrBegin(presetNamed(hash));
  startAutosave();
  startKeepingTraining();
  document.addEventListener("visibilitychange", turnedAway);
  addEventListener("hashchange", () => void openAddress());
}

/** The chapter that the address names. Where it cannot be opened, that is told, and the lab opens as without it. */
async function openLesson(): Promise<boolean> {
  try {
    const { openPlace } = await import("./lesson/go");
    return await openPlace(restoreTab);
  } catch {
    notify({
      kind: "problem",
      says: "The lecture could not be loaded. Check the connection and reload the page.",
    });
    return false;
  }
}

function chooseBackend(): void {
  const { name, wrong } = askedBackend(location.search);
  if (name) forceBackend(name);
  if (wrong !== undefined) notify({ kind: "problem", says: wrong });
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
    () => fail("The part of this page that reads links could not be loaded; reload the page."),
  );
  if (hash !== location.hash) return true; // another link has come meanwhile
  if (!decoded.ok) {
    notify({ kind: "problem", says: `The link could not be opened. ${decoded.error}` });
    forgetAddress();
    return false;
  }
  open(decoded.value, hash.startsWith("#v") ? "link" : "preset");
  return true;
}

/** Goes on with earlier work, or begins. `asked`: a preset that the address names, but in a link that could not be read. */
function restoreOrBegin(asked: Preset | undefined): void {
  if (restoreWork(asked && labOf(asked.scenario))) void offerTraining();
  else open(presetScenario(asked ?? presets[0]), "preset");
}
