import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureInstalled, root } from "./install.mjs";

ensureInstalled();
const { status } = spawnSync(
  process.execPath,
  ["--import", import.meta.resolve("tsx"), path.join(root, "src/headless/main.ts"), ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
