import { spawnSync } from "node:child_process";
import type { Figure } from "./report";

/** What a browser has to load before the page starts, as `npm run bundle` weighs what was last built into dist/. */
export function weigh(): Figure[] {
  const { stdout } = spawnSync(process.execPath, ["scripts/check-bundle.mjs"], { encoding: "utf8" });
  return [...stdout.matchAll(/^(\S.*?) {2,}([\d.]+) kB of +(\d+)/gm)].map(([, what, size, limit]) => ({
    name: `${what}, gzip`,
    value: Number(size),
    unit: "kB",
    better: "less",
    aim: Number(limit),
  }));
}
