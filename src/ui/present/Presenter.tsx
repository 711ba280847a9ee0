import { useEffect } from "react";
import { present as words } from "../../messages/present";
import { fill } from "../../messages/section";
import { Notices } from "../Notices";
import { notify } from "../notify";
import { leave, speakerAddress, speakerName, startAudience } from "./audience";
import type { Command } from "./keys";
import { Laser } from "./Laser";
import { Code } from "./Code";
import { Slide } from "./Slide";
import { share, usePresent } from "./state";
import { useCommands } from "./use-commands";
import { useWakeLock } from "./use-wake-lock";
import "./present.css";
import styles from "./present.module.css";

/** What the lecture hall sees: a slide and nothing else. */
export function Presenter() {
  useEffect(() => {
    document.documentElement.dataset.mode = "present";
    const stop = startAudience();
    return () => {
      stop();
      delete document.documentElement.dataset.mode;
    };
  }, []);
  useCommands(own);
  useWakeLock();
  const { blank, code, laser } = usePresent();
  return (
    <main className={styles.hall} data-laser={laser} aria-label={words.hall}>
      <Slide own={own} />
      <div className={styles.notices}>
        <Notices />
      </div>
      {code && <Code />}
      {laser && <Laser />}
      {blank && <Blank />}
    </main>
  );
}

/** Black, until any key or a press of the mouse. */
function Blank() {
  return (
    <button type="button" className={styles.blank} onClick={() => share({ blank: false })}>
      <span className="aloud">{words.blank}</span>
    </button>
  );
}

/** What only the window that the hall sees can do. */
function own(command: Command): void {
  if (command === "full-screen") toggleFullScreen();
  else if (command === "speaker") openSpeaker();
  else if (command !== "leave") return;
  else if (usePresent.getState().code) share({ code: false });
  else leave();
}

/** Some browsers refuse, as on a telephone: the slide then stays in its window. */
function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  done?.catch(() => {});
}

function openSpeaker(): void {
  const address = speakerAddress();
  if (window.open(address, speakerName(), "popup,width=1100,height=760")) return;
  notify({ kind: "problem", says: fill(words.noWindow, { address }) });
}
