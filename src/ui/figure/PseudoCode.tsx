import { Fragment } from "react";
import { algoSpec } from "../../algos";
import { pseudoCode as words } from "../../messages/pseudo-code";
import { fill } from "../../messages/section";
import { isMoving } from "../moving";
import { useLab } from "../store";
import { Tex } from "../Tex";
import { useThrottled } from "./use-throttled";
import styles from "./PseudoCode.module.css";

const WHILE_RUNNING = 200; // ms between moves of the marker

/** The algorithm line by line; the line of the phase just done is marked, and a sentence says what happened there. */
export function PseudoCode() {
  const spec = useLab((lab) => algoSpec(lab.scenario.algo.id));
  const running = useLab((lab) => isMoving(lab.run.status));
  const current = useLab((lab) => lab.run.phase);
  const shown = useThrottled(() => current, [current], running ? WHILE_RUNNING : 0);
  if (!spec) return null;
  const phase = shown === null ? undefined : spec.phases[shown];
  return (
    <section aria-labelledby="pseudo-heading" className={styles.part}>
      <h2 id="pseudo-heading" className="aloud">
        {fill(words.name, { algorithm: spec.title })}
      </h2>
      <ol className={styles.lines}>
        {spec.pseudoCode.map(({ indent, text }, i) => (
          <li
            key={text}
            className={styles[`indent${indent}`]}
            aria-current={phase?.line === i + 1 ? "step" : undefined}
          >
            <MixedText text={text} />
          </li>
        ))}
      </ol>
      <p className={styles.says}>{phase?.says ?? words.notStarted}</p>
      <button
        type="button"
        data-tool=""
        className={styles.code}
        onClick={() => useLab.setState({ dialog: "code" })}
      >
        {words.showCode}
      </button>
    </section>
  );
}

/** Text with formulas between dollar signs. */
function MixedText({ text }: { text: string }) {
  return text
    .split("$")
    .map((part, i) => <Fragment key={i}>{i % 2 === 0 ? part : <Tex tex={part} />}</Fragment>);
}
