import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

/**
 * Runs npm with these arguments in the repository, without a shell. `output` goes to `stdio`.
 * Returns the exit code.
 */
export function npm(args, stdio = "inherit", env = process.env) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith("js") ? [process.execPath, [script]] : ["npm", []];
  const windows = command === "npm" && process.platform === "win32";
  return spawnSync(command, [...first, ...args], { cwd: root, stdio, env, shell: windows }).status ?? 1;
}

/** True when node_modules holds every package of package-lock.json in its version. */
export function isInstalled() {
  const installedLock = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(installedLock)) return false;
  const packages = (file) => Object.entries(JSON.parse(readFileSync(file, "utf8")).packages);
  const installed = new Map(packages(installedLock));
  return packages(path.join(root, "package-lock.json")).every(
    ([place, { version, optional, devOptional }]) =>
      place === "" || optional || devOptional || installed.get(place)?.version === version,
  );
}

/** Installs what package-lock.json names, if it is not there; says so on stderr. Leaves the process if that fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error("Installing the packages of package-lock.json (about a minute) …");
  const status = npm(["ci", "--no-audit", "--no-fund"], ["ignore", 2, 2]);
  if (status === 0) return;
  console.error(
    "The packages could not be installed. Is this machine online? The lines above say what npm met.",
  );
  process.exit(1);
}
