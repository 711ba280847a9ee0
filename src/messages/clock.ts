import { section } from "./section";

/** How far a run has come, and how fast it goes. */
export const clock = section("clock", {
  preparing: "preparing …",
  notStarted: "not started",

  // One of each unit, and any other number.
  sweep: "{count} sweep",
  sweeps: "{count} sweeps",
  stage: "{count} stage",
  stages: "{count} stages",
  episode: "{count} episode",
  episodes: "{count} episodes",
  step: "{count} step",
  steps: "{count} steps",
  update: "{count} update",
  updates: "{count} updates",
  backup: "{count} backup",
  backups: "{count} backups",
  glimpse: "{count} glimpse",
  glimpses: "{count} glimpses",
  round: "{count} round",
  rounds: "{count} rounds",
  improvements: "{count} backups and improvements",

  backupRate: "{rate} backups/s",
  stepRate: "{rate} steps/s",
});
