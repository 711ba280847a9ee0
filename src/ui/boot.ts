import { decodeLink } from "../scenario/link";
import { presets, presetScenario } from "../scenario/presets";
import { notify, open } from "./session";
import { forgetAddress, restoreTab, restoreWork, startAutosave } from "./storage/autosave";
import { startSettings } from "./storage/settings";

/** Sets the page up before it is drawn: theme, the first scenario, saving, and links opened later. */
export function boot(): void {
  startSettings();
  if (!restoreTab() && !openAddress()) restoreOrBegin();
  startAutosave();
  addEventListener("hashchange", () => void openAddress());
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
  if (!restoreWork()) open(presetScenario(presets[0]), "preset");
}
