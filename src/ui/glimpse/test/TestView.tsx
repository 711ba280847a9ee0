import { useState } from "react";
import type { Gaze } from "../../../core/glimpse";
import { glimpseTest as words } from "../../../messages/glimpse-test";
import { fill } from "../../../messages/section";
import { formatCount } from "../../../plots/plot-text";
import { Choice } from "../../figure/Choice";
import { Labelled } from "../../pictures/Labelled";
import { Measuring } from "../../pictures/Measuring";
import { useMeasurement } from "../../pictures/use-measurement";
import { Waiting } from "../../pictures/Waiting";
import { measure } from "../../session";
import { useLab } from "../../store";
import { isThere } from "../own/ask";
import { AboutWeights } from "./AboutWeights";
import { Result } from "./Result";
import styles from "./test.module.css";
import pictures from "../../pictures/pictures.module.css";

/** How many digits can be tested on. */
const COUNTS = ["200", "1000", "10000"] as const;

type Count = (typeof COUNTS)[number];

function countName(count: Count): string {
  const digits = formatCount(Number(count));
  return count === "10000" ? fill(words.all, { count: digits }) : digits;
}

const GAZES: readonly Gaze[] = ["learned", "random", "centre", "scan"];

/** How often the network is wrong on digits that it never learned from. */
export function TestView() {
  const evaluation = useLab((lab) => lab.evaluation);
  return (
    <div className={pictures.panel}>
      <div className={styles.head}>
        <Measure />
        <AboutWeights />
      </div>
      {evaluation ? <Result evaluation={evaluation} /> : <p className={pictures.empty}>{words.empty}</p>}
      <Waiting />
    </div>
  );
}

function Measure() {
  const own = useLab((lab) => lab.scenario.algo.params.gaze as Gaze);
  const [count, setCount] = useState<Count>("200");
  const [chosen, setGaze] = useState<Gaze | null>(null);
  const gaze = chosen ?? own;
  const { begin, isBroken } = useMeasurement({
    start: () => measure({ type: "evaluate", count: Number(count), gaze }),
    result: (lab) => lab.evaluation,
  });
  const isMeasuring = useLab(({ run }) => run.status === "measuring");
  const isReady = useLab((lab) => isThere(lab) && lab.run.status !== "seeking");
  if (isMeasuring) return <Measuring label={words.measuring} />;
  return (
    <div className={pictures.measure}>
      <button type="button" className="primary" disabled={!isReady} onClick={begin}>
        {words.test}
      </button>
      <Labelled text={words.on}>
        <Choice
          label={words.howMany}
          options={COUNTS.map((id) => ({ id, label: countName(id) }))}
          value={count}
          onChange={setCount}
        />
      </Labelled>
      <Labelled text={words.with}>
        <select
          aria-label={words.where}
          value={gaze}
          onChange={(event) => setGaze(event.target.value as Gaze)}
        >
          {GAZES.map((id) => (
            <option key={id} value={id}>
              {words[id]}
            </option>
          ))}
        </select>
      </Labelled>
      {isBroken && <p role="status">{words.brokenOff}</p>}
    </div>
  );
}
