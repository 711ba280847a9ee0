import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startSettings } from "../storage/settings";
import { Home } from "./Home";

/**
 * Draws the landing page. A link that is put into the address leads to the lab, which another start is for: to an address
 * of its own, or the way back would not lead here.
 */
export function startHome(root: HTMLElement): void {
  startSettings();
  addEventListener("hashchange", () => {
    if (location.hash) location.replace(`?lab${location.hash}`);
  });
  createRoot(root).render(
    <StrictMode>
      <Home />
    </StrictMode>,
  );
}
