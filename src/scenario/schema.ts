/** The scenario format: reading, writing and remarks. Untrusted data enters only through here and link.ts. */
export { toJson } from "./canonical";
export { LIMITS } from "./limits";
export { scenarioNotices } from "./notices";
export { parseScenario } from "./parse";
export { parseScenarioText } from "./text";
