import { cartPole as words } from "../../../messages/cart-pole";
import { fill } from "../../../messages/section";
import { formatFixed } from "../../../plots/number";
import { Marked } from "../../Marked";
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
  const trained = training ? trainingText(training) : words.lastEpisode;
  const rows: [what: string, steps: number | null][] = [
    [last?.slow ? words.youSlow : words.you, last?.steps ?? null],
    [words.yourBest, best],
    [words.agent, test],
    [fill(words.agentTraining, { training: trained }), training?.mean ?? null],
  ];
  if (bestSlow !== null) rows.splice(2, 0, [words.yourBestSlow, bestSlow]);
  return (
    <table className={styles.scores}>
      <caption className="aloud">{words.scores}</caption>
      <thead className="aloud">
        <tr>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.steps}</th>
          <th scope="col">{words.time}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, steps]) => (
          <tr key={what}>
            <th scope="row">
              <Marked text={what} />
            </th>
            <td className="numbers">{steps === null ? "–" : formatFixed(steps, 0)}</td>
            <td className="numbers">
              {steps === null ? "" : fill(words.seconds, { seconds: formatFixed(steps * tau, 1) })}
            </td>
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
