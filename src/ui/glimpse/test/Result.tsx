import { useState } from "react";
import { algoSpec } from "../../../algos";
import type { Evaluation } from "../../../core/glimpse";
import type { ParamDef } from "../../../core/params";
import { glimpseTest as words } from "../../../messages/glimpse-test";
import { fill } from "../../../messages/section";
import { createConfusion } from "../../../plots/glimpse-confusion";
import { createMeanPaths } from "../../../plots/glimpse-mean-paths";
import { createMistakes } from "../../../plots/glimpse-mistakes";
import { Marked } from "../../Marked";
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

const SHOWN = ["answers", "mistakes", "paths"] as const;

/** What came of a test: the error and what it is worth, beside the paper's, and a picture of it. */
export function Result({ evaluation: test }: { evaluation: Evaluation }) {
  const [shown, setShown] = useState<(typeof SHOWN)[number]>("answers");
  return (
    <>
      <div className={styles.figures}>
        <p className={styles.error}>
          <Marked text={fill(words.error, { error: errorText(test) })} />
        </p>
        <div>
          <p role="status">
            <span className="aloud">{fill(words.errorAloud, { error: errorText(test) })}</span>
            {intervalText(test)}
          </p>
          <Tested test={test} />
        </div>
      </div>
      <Paper />
      <Choice
        label={words.picture}
        options={SHOWN.map((id) => ({ id, label: words[id] }))}
        value={shown}
        onChange={setShown}
      />
      {shown === "answers" && (
        <Picture name={words.answersPicture} create={createConfusion} read={evaluation} source={LAB} />
      )}
      {shown === "mistakes" && (
        <Picture name={words.mistakes} create={createMistakes} read={evaluation} source={LAB} />
      )}
      {shown === "paths" && (
        <Picture name={words.pathsPicture} create={createMeanPaths} read={paths} source={LAB} />
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
      <Marked
        text={fill(words.paper, {
          task: words[published.task],
          figures: paperText(published, world.glimpses),
          source: SOURCE,
        })}
      />
    </p>
  );
}
