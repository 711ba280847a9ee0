import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./fonts.css";
import "./theme.css";
import "./base.css";
import { App } from "./App";
import { boot } from "./boot";

boot();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
