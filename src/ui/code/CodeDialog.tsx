import { useState } from "react";
import { algoSpec } from "../../algos";
import { excerptsOf } from "../../code/excerpts";
import { isGymnasiums, pythonScript, scriptName } from "../../code/python/script";
import type { Scenario } from "../../core/scenario";
import { code as words } from "../../messages/code";
import { fill } from "../../messages/section";
import { Dialog } from "../Dialog";
import { titleOf } from "../preset-of";
import { saveText } from "../share/files";
import { useLab } from "../store";
import { Listing } from "./Listing";
import { Tabs } from "./Tabs";
import type { Language } from "./tokens";
import styles from "./Code.module.css";

/** The algorithm on screen as code: the pieces of our source that run, and a script with the present parameters. */
export default function CodeDialog() {
  const [scenario] = useState(() => useLab.getState().scenario);
  const [language, setLanguage] = useState<Language>("typescript");
  const algorithm = algoSpec(scenario.algo.id)?.title ?? scenario.algo.id;
  return (
    <Dialog title={fill(words.title, { algorithm })} wide>
      <Tabs
        label={words.languages}
        tabs={[
          { id: "typescript", label: words.typescript },
          { id: "python", label: words.python },
        ]}
        chosen={language}
        onChoose={setLanguage}
      >
        {language === "typescript" ? <TypeScript scenario={scenario} /> : <Python scenario={scenario} />}
      </Tabs>
    </Dialog>
  );
}

function TypeScript({ scenario: { algo } }: { scenario: Scenario }) {
  return (
    <>
      <p className={styles.about}>
        {algoSpec(algo.id)?.network ? words.aboutTypescript : words.aboutTablesTypescript}
      </p>
      {excerptsOf(algo.id).map(({ file, line, text }) => {
        const label = fill(words.place, { file, first: line, last: line + text.split("\n").length - 1 });
        return <Listing key={label} label={label} text={text} language="typescript" />;
      })}
    </>
  );
}

function Python({ scenario }: { scenario: Scenario }) {
  const file = scriptName(scenario);
  const text = pythonScript(scenario, titleOf(scenario) ?? words.ownWorld);
  const download = (
    <button type="button" className="primary" onClick={() => saveText(file, "text/x-python", text)}>
      {fill(words.download, { file })}
    </button>
  );
  return (
    <>
      {remarks(scenario).map((remark) => (
        <p key={remark} className={styles.about}>
          {remark}
        </p>
      ))}
      <Listing label={file} text={text} language="python" actions={download} />
    </>
  );
}

/** What is exact in the script, and what differs. */
function remarks(scenario: Scenario): string[] {
  const { algo, env } = scenario;
  if (algoSpec(algo.id)?.family === "planning") return [words.aboutPlanning];
  if (env.id === "cart-pole")
    return [words.aboutLearning, isGymnasiums(scenario) ? words.aboutGymnasium : words.aboutOwnWorld];
  return env.id === "glimpse" ? [words.aboutLearning, words.aboutDigits] : [words.aboutLearning];
}
