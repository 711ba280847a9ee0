import { presetNamed, presets, presetScenario } from "../../scenario/presets";
import { notify } from "../notify";
import { open } from "../session";
import { useSettings } from "../storage/settings";
import { useLab } from "../store";
import { openChannel, postToHost } from "./channel";
import type { HostCommand } from "./messages";
import { obey } from "./obey";
import { embedOptions } from "./options";
import { tellState } from "./tell";

/**
 * Sets the lab up in a frame of another page. It begins with what its address names, each time: nothing of the visitor's
 * own work is shown, and nothing is kept. `openNamed` shows what the address names, or gives false.
 */
export async function startEmbed(openNamed: () => Promise<boolean>): Promise<void> {
  const { locks, rate, theme, host, wrong } = embedOptions(location.search);
  useLab.setState({ locks });
  if (theme) useSettings.setState({ theme });
  for (const says of wrong) notify({ kind: "problem", says });
  const { hash } = location;
  if (!(await openNamed())) open(presetScenario(presetNamed(hash) ?? presets[0]), "preset");
  if (rate !== null) useLab.setState({ rate });
  let last = Promise.resolve();
  // One after the other, as they were sent: opening an experiment may have to fetch something.
  openChannel(host, (command) => {
    last = obeyAfter(last, command);
  });
  postToHost({ type: "ready", app: import.meta.env.APP_VERSION as string });
  tellState();
}

async function obeyAfter(before: Promise<void>, command: HostCommand): Promise<void> {
  await Promise.allSettled([before]);
  await obey(command);
}
