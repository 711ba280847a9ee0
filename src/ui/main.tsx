import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./fonts.css";
import "./theme.css";
import "./base.css";
import { App } from "./App";
import { boot } from "./boot";

const root = document.getElementById("root");
void boot().then(() => {
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
