import "./node-version.mjs";
import { ensureInstalled } from "./install.mjs";
import { CHECKS, runStages } from "./stages.mjs";

ensureInstalled();
runStages(CHECKS);
