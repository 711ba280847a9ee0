import { useEffect, useState } from "react";
import { backup } from "../../core/backup";
import type { FiniteMdp } from "../../core/finite-mdp";
import { useLab } from "../store";
import { modelFor } from "./problem";
import { formatCount, formatDuration, group, problemSizes, sweepSeconds } from "./scale";
import styles from "./Charts.module.css";

/** How long the page measures, in ms: short enough not to be felt. */
const MEASURE_FOR = 8;

/** What one sweep costs here, and what it would cost where the states are many: why tables do not scale. */
export function NotScalable() {
  const scenario = useLab((lab) => lab.scenario);
  const clock = useLab((lab) => lab.run.clock);
  const fullSpeed = useLab((lab) => lab.rate === Infinity && lab.run.status === "running");
  const ticksPerSecond = useLab((lab) => lab.run.ticksPerSecond);
  const [rate, setRate] = useState(0);
  const mdp = modelFor(scenario);
  useEffect(() => {
    if (mdp) setRate(measure(mdp));
  }, [mdp]);
  useEffect(() => {
    if (fullSpeed && ticksPerSecond > 0) setRate(ticksPerSecond);
  }, [fullSpeed, ticksPerSecond]);
  if (!mdp) return null;
  const states = mdp.decisionStates.length;
  const sizes = problemSizes(states, mdp.nActions);
  return (
    <div className={styles.scaling}>
      <p>
        The table has <b>{group(states * mdp.nActions)}</b> entries Q(s, a): {group(states)} states ×{" "}
        {mdp.nActions} actions. A sweep backs up every one of them; <b>{group(clock?.ticks ?? 0)}</b> backups
        so far.
      </p>
      <table>
        <caption className="quiet">
          Extrapolated at the rate measured here: {group(Math.round(rate / 1000) * 1000)} backups a second.
        </caption>
        <thead>
          <tr>
            <th scope="col">Problem</th>
            <th scope="col">Entries</th>
            <th scope="col">One sweep</th>
          </tr>
        </thead>
        <tbody>
          {sizes.map(({ name, states: how, entries }) => (
            <tr key={name}>
              <th scope="row" title={how}>
                {name}
              </th>
              <td className="numbers">{formatCount(entries)}</td>
              <td className="numbers">{rate > 0 ? formatDuration(sweepSeconds(entries, rate)) : "…"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        The universe is about 10¹⁰ years old. So Q is not kept as a table there: a function with few
        parameters θ stands for it, Q(s, a; θ).
      </p>
    </div>
  );
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
