import "./node-version.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { CHECKS, countTests, RELEASE, runStages } from "./stages.mjs";

ensureInstalled();
try {
  console.log(`Chromium: ${await ensureBrowser()}`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
runStages([...CHECKS, ...RELEASE]);
const { passed, failed } = countTests();
console.log(`\n${passed} passed, ${failed} failed`);
