import { useState } from "react";
import type { Gaze } from "../../../core/glimpse";
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
import { GAZES } from "./words";
import styles from "./test.module.css";
import pictures from "../../pictures/pictures.module.css";

const COUNTS = [
  { id: "200", label: "200" },
  { id: "1000", label: "1,000" },
  { id: "10000", label: "all 10,000" },
] as const;

type Count = (typeof COUNTS)[number]["id"];

/** How often the network is wrong on digits that it never learned from. */
export function TestView() {
  const evaluation = useLab((lab) => lab.evaluation);
  return (
    <div className={pictures.panel}>
      <div className={styles.head}>
        <Measure />
        <AboutWeights />
      </div>
      {evaluation ? (
        <Result evaluation={evaluation} />
      ) : (
        <p className={pictures.empty}>
          Here you will see how many held-out digits the network gets wrong, which ones it takes for which,
          and where it looks at each.
        </p>
      )}
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
  if (isMeasuring) return <Measuring label="Digits tested" />;
  return (
    <div className={pictures.measure}>
      <button type="button" className="primary" disabled={!isReady} onClick={begin}>
        Test
      </button>
      <Labelled text="on">
        <Choice label="How many held-out digits" options={COUNTS} value={count} onChange={setCount} />
      </Labelled>
      <Labelled text="held-out digits, with">
        <select
          aria-label="Where it looks"
          value={gaze}
          onChange={(event) => setGaze(event.target.value as Gaze)}
        >
          {GAZES.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Labelled>
      {isBroken && (
        <p role="status">
          The test was broken off before it was done, because the run was changed, moved or paused.
        </p>
      )}
    </div>
  );
}
