import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startSettings } from "../storage/settings";
import { Speaker } from "./Speaker";
import { startSpeaking } from "./speaking";

/** Opens the lecturer's own window. It holds no run: it tells the window that the hall sees what to do. */
export function startSpeaker(root: HTMLElement): void {
  startSettings();
  startSpeaking();
  createRoot(root).render(
    <StrictMode>
      <Speaker />
    </StrictMode>,
  );
}
