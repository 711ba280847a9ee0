import { glimpseTest as words } from "../../../messages/glimpse-test";
import { shippedTests } from "../../../scenario/evidence/shipped";
import { useLab } from "../../store";
import { factsOf } from "./about-weights";
import styles from "./test.module.css";

/** The card of the shipped weights that the run begins with: how they came about, and what they are worth. */
export function AboutWeights() {
  const weights = useLab((lab) => lab.base.algo.params.weights);
  const card = useLab((lab) => lab.weightsCard);
  // Its test was of the network as shipped, on the images that it was trained for: the preset of the same name.
  const test = shippedTests.find(({ preset, gaze }) => preset === weights && gaze === "learned");
  const facts = factsOf(card && card.weights === weights ? card.entries : {}, test);
  if (facts.length === 0) return null;
  return (
    <details className={styles.about}>
      <summary>{words.about}</summary>
      <dl>
        {facts.map(({ term, says, isCode }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{isCode ? <code>{says}</code> : says}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
