import type { Recording } from "../../bench/report";
import { ratio, short } from "./numbers";
import { table } from "./table";

const GRIDS = ["Q-learning, cliff walking 4×12", "Q-learning, open 10×10", "Q-learning, cave 48×64"];
const PLANNING = "value iteration, open 64×64";
const NETWORKS = ["DQN, cart-pole", "REINFORCE with a baseline, cart-pole"];

/** The record of the bench for runs at full speed in the page's worker, and how the page fares meanwhile. */
export function speedTable({ figures = {}, when = "", load = [NaN, NaN] }: Partial<Recording>): string {
  const each = (subjects: string[], what: string, say: (value: number) => string) =>
    subjects.map((subject) => say(figures[`${subject}: ${what}`])).join(" · ");
  const millions = (value: number) => short(value / 1e6);
  const meanwhile = (subjects: string[]) =>
    [
      `${each(subjects, "frames", (value) => String(Math.round(value)))} a second`,
      each(subjects, "tasks over 50 ms", String),
      `${each(subjects, "pausing, slowest of 10", (value) => String(Math.round(value)))} ms`,
    ].join("; ");
  const frames = "frames; tasks over 50 ms; slowest of 10 pauses";
  const frameAims = "≥ 55; 0; 100 ms";
  return table(
    ["at full speed in the page’s worker", "measured", "aim"],
    [
      [
        "Q-learning, 4×12 cliff · 10×10 · 48×64 cave",
        `${each(GRIDS, "in the page", millions)} million updates/s`,
        "10 million updates/s",
      ],
      [`the page meanwhile: ${frames}`, meanwhile(GRIDS), frameAims],
      ["page ÷ Node for the same run, by processor time", each(GRIDS, "page ÷ Node", ratio), "–"],
      ["value iteration, open 64×64", `${each([PLANNING], "in the page", short)} sweeps/s`, "2,000 sweeps/s"],
      [`the page meanwhile: ${frames}`, meanwhile([PLANNING]), frameAims],
      [
        "DQN · REINFORCE with a learned V, cart-pole, on WebAssembly",
        `${each(NETWORKS, "in the page", short)} environment steps/s`,
        "–",
      ],
      [`the page meanwhile: ${frames}`, meanwhile(NETWORKS), frameAims],
      ["page ÷ Node for the same run, by processor time", each(NETWORKS, "page ÷ Node", ratio), "–"],
      ["load of the machine before and after", load.join(" · "), "–"],
      ["date, commit", when, "–"],
    ],
  );
}
