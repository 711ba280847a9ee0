import type { BackendName } from "../../engine/protocol";
import { START } from "../../core/scenario";
import { isOnScreen } from "../on-screen";
import { offerToGoOn } from "../session";
import { useLab } from "../store";
import { findTraining } from "./training";

/**
 * Offers to go on with training that this browser has kept, where what has been restored stands at its start: it was
 * left by accident before its place could be saved, or it was reset.
 */
export async function offerTraining(): Promise<void> {
  const { base } = useLab.getState();
  if (base.view?.at) return;
  const found = await findTraining(base, START, true).catch(() => null);
  if (!found) return;
  const name = await backendInUse();
  if (isOnScreen(base)) offerToGoOn(found, name);
}

/** What networks are computed on, as soon as that is known. */
function backendInUse(): Promise<BackendName> {
  return new Promise((resolve) => {
    const { backend } = useLab.getState();
    if (backend) return resolve(backend.name);
    const stop = useLab.subscribe((lab) => {
      if (!lab.backend) return;
      stop();
      resolve(lab.backend.name);
    });
  });
}
