import type { Recording } from "../../bench/report";
import { median, type Evidence } from "../../src/scenario/evidence";
import { ratio, short } from "./numbers";
import { table } from "./table";

/** Measured with other code on the machine of our records, PyTorch with one thread. */
const PYTORCH_DQN_SECONDS = [10, 14.5] as const;
const PYTORCH_REINFORCE_SECONDS = 0.6; // of 0.4 to 0.8
const TFJS_EXAMPLE_STEPS_PER_SECOND = 3300;

/** Cart-pole here and elsewhere: seconds from the record of the runs, steps a second from the record of the bench. */
export function comparisonTable(record: readonly Evidence[], { figures = {} }: Partial<Recording>): string {
  const dqn = secondsOf(record, "cart-pole-dqn");
  const reinforce = secondsOf(record, "cart-pole-reinforce-baseline");
  const rate = figures["REINFORCE with a baseline, cart-pole: in the page"];
  const [soft, hard] = PYTORCH_DQN_SECONDS;
  return table(
    ["cart-pole", "here", "elsewhere", "here ÷ elsewhere"],
    [
      [
        "DQN: seconds until solved, median",
        short(dqn),
        `plain double DQN in PyTorch: ${soft} with a soft target, ${hard} with a hard one`,
        `${ratio(dqn / soft)}; ${ratio(dqn / hard)}`,
      ],
      [
        "REINFORCE with a learned V: seconds until solved, median",
        short(reinforce),
        `PyTorch: about ${PYTORCH_REINFORCE_SECONDS}`,
        ratio(reinforce / PYTORCH_REINFORCE_SECONDS),
      ],
      [
        "REINFORCE: environment steps a second, learning and tests included",
        `${short(rate)}, in the page`,
        `tfjs-examples’ cart-pole, cpu backend: ${short(TFJS_EXAMPLE_STEPS_PER_SECOND)}`,
        ratio(rate / TFJS_EXAMPLE_STEPS_PER_SECOND),
      ],
    ],
  );
}

/** Median over the runs that solved it. Throws where none did, or the runs went on afterwards. */
function secondsOf(record: readonly Evidence[], preset: string): number {
  const runs = record.find((entry) => entry.preset === preset)?.runs ?? [];
  const solved = runs.filter(({ solvedAtStep }) => solvedAtStep !== null);
  if (solved.some(({ steps, solvedAtStep }) => steps !== solvedAtStep))
    throw new Error(`${preset} went on after it was solved.`);
  return median(solved.map(({ wallSeconds }) => wallSeconds));
}
