import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { npm, root } from "./install.mjs";

const reports = { unit: ".cache/unit.json", e2e: ".cache/e2e.json" };

/** What `npm run check` runs: scripts of package.json with what they are for. */
export const CHECKS = [
  ["types", "types"],
  ["lint", "lint"],
  ["format:check", "format (mend with `npm run format`)"],
  ["boundaries", "who imports whom"],
  ["dead-code", "dead code"],
  ["unit", "unit tests"],
];

export const RELEASE = [
  ["build", "build"],
  ["bundle", "bundle budget"],
  ["e2e", "browser tests"],
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs scripts of package.json one after another, each with its time at the end.
 * The first that fails ends the process with exit code 1.
 */
export function runStages(stages, env = process.env) {
  Object.values(reports).forEach((file) => rmSync(path.join(root, file), { force: true }));
  const summary = [];
  for (const [script, purpose] of stages) {
    console.log(`\n── ${purpose}`);
    const began = performance.now();
    const status = npm(["run", "--silent", script], ["ignore", "inherit", "inherit"], env);
    summary.push(`${status === 0 ? "ok    " : "FAILED"}  ${seconds(began).padStart(8)}  ${purpose}`);
    if (status === 0) continue;
    console.log(`\n${summary.join("\n")}\n\nFailed: npm run ${script}`);
    process.exit(1);
  }
  console.log(`\n${summary.join("\n")}`);
}

function report(name) {
  const file = path.join(root, reports[name]);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** How many tests the runners say have passed and failed, in the stages that ran. */
export function countTests() {
  const unit = report("unit");
  const e2e = report("e2e")?.stats;
  return {
    passed: (unit?.numPassedTests ?? 0) + (e2e ? e2e.expected + e2e.flaky : 0),
    failed: (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0),
  };
}
