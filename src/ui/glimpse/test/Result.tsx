import { useState } from "react";
import { algoSpec } from "../../../algos";
import type { Evaluation } from "../../../core/glimpse";
import type { ParamDef } from "../../../core/params";
import { createConfusion } from "../../../plots/glimpse-confusion";
import { createMeanPaths } from "../../../plots/glimpse-mean-paths";
import { createMistakes } from "../../../plots/glimpse-mistakes";
import { Choice } from "../../figure/Choice";
import { Picture } from "../../pictures/Picture";
import { LAB } from "../../pictures/source";
import { useLab } from "../../store";
import { worldOf } from "../world";
import { publishedFor, SOURCE } from "./published";
import { errorText, intervalText, paperText, testedText } from "./words";
import styles from "./test.module.css";
import pictures from "../../pictures/pictures.module.css";

const evaluation = () => useLab.getState().evaluation;
const paths = () => evaluation()?.meanPaths ?? null;

const SHOWN = [
  { id: "answers", label: "Confusion matrix" },
  { id: "mistakes", label: "Mistakes" },
  { id: "paths", label: "Where it looks" },
] as const;

/** What came of a test: the error and what it is worth, beside the paper's, and a picture of it. */
export function Result({ evaluation: test }: { evaluation: Evaluation }) {
  const [shown, setShown] = useState<(typeof SHOWN)[number]["id"]>("answers");
  return (
    <>
      <div className={styles.figures}>
        <p className={styles.error}>
          Error <b>{errorText(test)}</b>
        </p>
        <div>
          <p role="status">
            <span className="aloud">Error {errorText(test)}, </span>
            {intervalText(test)}
          </p>
          <Tested test={test} />
        </div>
      </div>
      <Paper />
      <Choice label="Picture of the test" options={SHOWN} value={shown} onChange={setShown} />
      {shown === "answers" && (
        <Picture name="Answers by digit" create={createConfusion} read={evaluation} source={LAB} />
      )}
      {shown === "mistakes" && (
        <Picture name="Mistakes" create={createMistakes} read={evaluation} source={LAB} />
      )}
      {shown === "paths" && (
        <Picture name="Mean gaze paths" create={createMeanPaths} read={paths} source={LAB} />
      )}
    </>
  );
}

function Tested({ test }: { test: Evaluation }) {
  const { id, params } = useLab((lab) => lab.scenario.algo);
  const now = useLab(({ run }) => run.clock?.updates ?? test.updates);
  const def = algoSpec(id)?.params.weights as ParamDef | undefined;
  const options = def?.kind === "choice" ? def.options : [];
  const weights = options.find(({ value }) => value === params.weights)?.label ?? "";
  return <p className={pictures.caption}>{testedText(test, weights, now)}</p>;
}

/** The paper's figures, where the run is about one of its tasks. */
function Paper() {
  const scenario = useLab((lab) => lab.scenario);
  const world = worldOf(scenario);
  const published = publishedFor(world);
  if (!published) return null;
  return (
    <p className={pictures.caption}>
      <b>In the paper, error in %</b> ({published.task}): {paperText(published, world.glimpses)}. {SOURCE}.
    </p>
  );
}
