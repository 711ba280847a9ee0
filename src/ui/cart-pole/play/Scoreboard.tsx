import { formatFixed } from "../../../plots/number";
import { lastMean, type LastMean } from "../../figure/series";
import { useThrottled } from "../../figure/use-throttled";
import { frames } from "../../session";
import { useLab } from "../../store";
import { trainingText, useScores } from "./scores";
import styles from "./Play.module.css";

const WHILE_RUNNING = 200; // ms between readings

/** What the student and the agent have reached, in steps and in the time of the world. */
export function Scoreboard() {
  const { last, best, bestSlow } = useScores();
  const tau = useLab((lab) => lab.scenario.env.params.tau as number);
  const test = useLab((lab) => lab.run.network?.test?.mean ?? null);
  const run = useLab((lab) => lab.run);
  const training = useThrottled(lastReturn, [run], WHILE_RUNNING);
  const rows: [who: string, what: string, steps: number | null][] = [
    ["You", last?.slow ? "this time, in slow motion" : "this time", last?.steps ?? null],
    ["You", "best", best],
    ["Agent", "last greedy test, mean", test],
    ["Agent", training ? trainingText(training) : "last episode of training", training?.mean ?? null],
  ];
  if (bestSlow !== null) rows.splice(2, 0, ["You", "best in slow motion", bestSlow]);
  return (
    <table className={styles.scores}>
      <caption className="aloud">How long the pole was balanced</caption>
      <thead className="aloud">
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Steps</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([who, what, steps]) => (
          <tr key={`${who}${what}`}>
            <th scope="row">
              <strong>{who}</strong>, {what}
            </th>
            <td className="numbers">{steps === null ? "–" : formatFixed(steps, 0)}</td>
            <td className="numbers">{steps === null ? "" : `${formatFixed(steps * tau, 1)} s`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The return of the last episode, which is how many steps it had; the mean of a few where points stand for several. */
function lastReturn(): LastMean | null {
  const returns = frames.series.get("return");
  return returns ? lastMean(returns, 1) : null;
}
