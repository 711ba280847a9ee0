import { readFileSync } from "node:fs";
import { median, type Evidence } from "../../src/scenario/evidence";
import { ratio, short } from "./numbers";
import { table } from "./table";

const RECORD = new URL("../../bench/peers/torch-cart-pole.json", import.meta.url);

/** What bench/peers/torch_cart_pole.py measured. */
interface Peers {
  date: string;
  torch: string;
  runs: { what: string; solvedAtStep: number | null; processorSeconds: number }[];
}

/** Steps and seconds of one run; null where it was not solved. */
type Cost = { steps: number; seconds: number } | null;

/** Which learner in PyTorch does the same as which preset. */
const PAIRS = [
  ["DQN", "cart-pole-dqn", "double DQN"],
  ["REINFORCE with a learned V", "cart-pole-reinforce-baseline", "REINFORCE with a learned V"],
] as const;

export function readPeers(): Peers {
  return JSON.parse(readFileSync(RECORD, "utf8")) as Peers;
}

/**
 * Cart-pole here and in PyTorch until it was solved: medians over the runs that solved it, and their ratio. Other work on
 * the machine lengthens wall-clock time; to give PyTorch no less than its due, its seconds are those of the processor.
 */
export function comparisonTable(record: readonly Evidence[], { torch, date, runs }: Peers): string {
  return table(
    ["cart-pole until solved, median", "here", `PyTorch ${torch}, ${date}`, "here ÷ PyTorch"],
    PAIRS.flatMap(([title, preset, what]) => {
      const here = costsOf(record, preset);
      const there = runs
        .filter((run) => run.what === what)
        .map(({ solvedAtStep: steps, processorSeconds: seconds }) =>
          steps === null ? null : { steps, seconds },
        );
      const row = (key: keyof NonNullable<Cost>) => {
        const [ours, theirs] = [here, there].map((costs) => median(solved(costs).map((cost) => cost[key])));
        return [`${title}: ${key}`, short(ours), short(theirs), ratio(ours / theirs)];
      };
      const count = (costs: Cost[]) => `${solved(costs).length} of ${costs.length}`;
      return [row("seconds"), row("steps"), [`${title}: solved`, count(here), count(there), "–"]];
    }),
  );
}

/** Throws where runs went on after they were solved: what they took until then is not recorded. */
function costsOf(record: readonly Evidence[], preset: string): Cost[] {
  const runs = record.find((entry) => entry.preset === preset)?.runs ?? [];
  return runs.map(({ solvedAtStep, steps, wallSeconds }) => {
    if (solvedAtStep !== null && steps !== solvedAtStep)
      throw new Error(`${preset} went on after it was solved.`);
    return solvedAtStep === null ? null : { steps, seconds: wallSeconds };
  });
}

const solved = (costs: Cost[]) => costs.filter((cost) => cost !== null);
