import { decodeLink } from "../scenario/link";
import { presets, presetScenario } from "../scenario/presets";
import { askedBackend } from "./backend-choice";
import { drawHidden, forceBackend, notify, open } from "./session";
import { forgetAddress, restoreTab, restoreWork, startAutosave } from "./storage/autosave";
import { offerTraining } from "./storage/offer-training";
import { startSettings } from "./storage/settings";
import { startKeepingTraining } from "./storage/training";

/** Sets the page up before it is drawn: theme, the first scenario, saving, and links opened later. */
export function boot(): void {
  startSettings();
  chooseBackend();
  if (restoreTab()) void offerTraining();
  else if (!openAddress()) restoreOrBegin();
  startAutosave();
  startKeepingTraining();
  document.addEventListener("visibilitychange", drawHidden);
  addEventListener("hashchange", () => void openAddress());
}

function chooseBackend(): void {
  const { name, wrong } = askedBackend(location.search);
  if (name) forceBackend(name);
  if (wrong !== undefined) notify({ kind: "problem", says: wrong });
}

/** Opens the link in the address. False if there is none or it cannot be read; then what was shown stays. */
function openAddress(): boolean {
  if (location.hash.length < 2) return false;
  const decoded = decodeLink(location.hash);
  if (!decoded.ok) {
    notify({ kind: "problem", says: `The link could not be opened. ${decoded.error}` });
    forgetAddress();
    return false;
  }
  open(decoded.value, location.hash.startsWith("#v") ? "link" : "preset");
  return true;
}

function restoreOrBegin(): void {
  if (restoreWork()) void offerTraining();
  else open(presetScenario(presets[0]), "preset");
}
