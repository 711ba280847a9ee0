import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../install.mjs";

/**
 * Which pieces of our source are the update of each algorithm: `file#region`, below src/. A region is what stands between
 * `// #region name` and `// #endregion` in the file.
 */
export const EXCERPTS = {
  "value-iteration": ["core/backup.ts#backup", "core/sweep.ts#sweep", "algos/value-iteration/run.ts#update"],
  "policy-evaluation": [
    "core/backup.ts#backup",
    "core/policy.ts#average",
    "algos/policy-evaluation/run.ts#update",
  ],
  "policy-iteration": [
    "core/backup.ts#backup",
    "core/policy.ts#average",
    "algos/policy-iteration/improve.ts#improve",
  ],
  "prioritized-sweeping": ["core/backup.ts#backup", "algos/prioritized-sweeping/run.ts#update"],
  "monte-carlo": ["algos/monte-carlo/run.ts#update", "core/greedy.ts#epsilon-greedy"],
  "q-learning": ["algos/q-learning/run.ts#update", "core/greedy.ts#epsilon-greedy"],
  sarsa: ["algos/sarsa/run.ts#update", "core/greedy.ts#epsilon-greedy"],
  "expected-sarsa": ["algos/expected-sarsa/run.ts#update", "core/greedy.ts#epsilon-greedy"],
  "double-q-learning": ["algos/double-q-learning/run.ts#update", "core/greedy.ts#epsilon-greedy"],
  "sarsa-lambda": ["algos/sarsa-lambda/run.ts#update", "core/traces.ts#traces"],
  "watkins-q-lambda": ["algos/watkins-q-lambda/run.ts#update", "core/traces.ts#traces"],
  "dyna-q": ["algos/dyna-q/run.ts#learn", "algos/dyna-q/run.ts#plan"],
  dqn: [
    "algos/dqn/update.ts#sample",
    "nn/q-learner.ts#targets",
    "nn/losses.ts#regression",
    "nn/optimizers.ts#adam",
  ],
  reinforce: [
    "algos/reinforce/run.ts#update",
    "core/returns.ts#rewards-to-go",
    "nn/losses.ts#policy-gradient",
    "nn/losses.ts#cross-entropy",
  ],
  "actor-critic": [
    "algos/actor-critic/run.ts#update",
    "core/returns.ts#td-targets",
    "nn/losses.ts#policy-gradient",
    "nn/losses.ts#cross-entropy",
  ],
  ram: [
    "nn/glimpse-learner.ts#gradient",
    "nn/glimpse-learner.ts#hybrid-loss",
    "nn/losses.ts#gaussian",
    "algos/ram/gaze.ts#draw",
  ],
  "full-image": ["nn/class-learner.ts#loss", "nn/losses.ts#cross-entropy"],
};

/** The file of a piece, on this machine. */
export const fileOf = (piece) => path.join(root, "src", piece.split("#")[0]);

/** A piece of the source as it stands there, moved to the left margin, with the number of its first line. */
export function cut(piece) {
  const [file, name] = piece.split("#");
  const lines = readFileSync(fileOf(piece), "utf8").split("\n");
  const begin = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const end = lines.findIndex((line, i) => i > begin && line.trim() === "// #endregion");
  if (begin < 0 || end < 0) throw new Error(`src/${file} has no region “${name}”.`);
  const found = lines.slice(begin + 1, end);
  const margin = Math.min(...found.filter((line) => line !== "").map((line) => line.search(/\S/)));
  return { file: `src/${file}`, line: begin + 2, text: found.map((line) => line.slice(margin)).join("\n") };
}
