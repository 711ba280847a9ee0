import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { boot } from "./boot";

/** Opens what the address names, and draws the lab around it. */
export async function startLab(root: HTMLElement): Promise<void> {
  await boot();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
