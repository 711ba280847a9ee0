import { useState } from "react";
import { create } from "zustand";
import { algoSpec } from "../../algos";
import { backup } from "../../core/backup";
import type { FiniteMdp } from "../../core/finite-mdp";
import { scaling as words } from "../../messages/scaling";
import { fill } from "../../messages/section";
import { Marked } from "../Marked";
import { useLab } from "../store";
import { modelFor } from "./problem";
import { formatCount, formatDuration, group, problemSizes, sweepSeconds } from "./scale";
import styles from "./Charts.module.css";

/** How long the page measures, in ms: short enough not to be felt. */
const MEASURE_FOR = 8;

/** Backups a second of the last run at full speed; 0 before one. */
const useFullSpeed = create<{ rate: number }>()(() => ({ rate: 0 }));

useLab.subscribe(({ rate, run, scenario }) => {
  const planning = algoSpec(scenario.algo.id)?.family === "planning";
  if (planning && rate === Infinity && run.status === "running" && run.ticksPerSecond > 0) {
    useFullSpeed.setState({ rate: run.ticksPerSecond });
  }
});

/** What one sweep costs here, and what it would cost where the states are many: why tables do not scale. */
export function NotScalable() {
  const scenario = useLab((lab) => lab.scenario);
  const clock = useLab((lab) => lab.run.clock);
  const mdp = modelFor(scenario);
  const [measured] = useState(() => (mdp ? measure(mdp) : 0));
  const rate = useFullSpeed((fastest) => fastest.rate) || measured;
  if (!mdp) return null;
  const states = mdp.decisionStates.length;
  const sizes = problemSizes(states, mdp.nActions);
  return (
    <div className={styles.scaling}>
      <p>
        <Marked
          text={fill(words.entries, {
            entries: group(states * mdp.nActions),
            states: group(states),
            actions: mdp.nActions,
            done: group(clock?.ticks ?? 0),
          })}
        />
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.problem}</th>
            <th scope="col">{words.problemEntries}</th>
            <th scope="col">{words.sweep}</th>
          </tr>
        </thead>
        <tbody>
          {sizes.map(({ name, entries }) => (
            <tr key={name}>
              <th scope="row">
                <Powers text={name} />
              </th>
              <td className="numbers">
                <Powers text={formatCount(entries)} />
              </td>
              <td className="numbers">
                <Powers text={rate > 0 ? formatDuration(sweepSeconds(entries, rate)) : "…"} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        <Powers text={fill(words.extrapolated, { rate: group(Math.round(rate / 1e5) / 10) })} />
      </p>
    </div>
  );
}

/** Text in which 10^4 is drawn as a power. */
function Powers({ text }: { text: string }) {
  return text.split(/\^(\d+)/).map((part, i) => (i % 2 === 0 ? part : <sup key={part}>{part}</sup>));
}

/** Backups a second of this machine on this model, until the run itself has been measured at full speed. */
function measure(mdp: FiniteMdp): number {
  const V = new Float64Array(mdp.nStates);
  const { decisionStates, nActions } = mdp;
  const start = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < MEASURE_FOR) {
    for (const s of decisionStates) for (let a = 0; a < nActions; a++) backup(mdp, V, s, a, 0.9);
    done += decisionStates.length * nActions;
    elapsed = performance.now() - start;
  }
  return (1000 * done) / elapsed;
}
