import { useState } from "react";
import { files as words } from "../../messages/files";
import { header } from "../../messages/header";
import { Dialog } from "../Dialog";
import { snapshot } from "../snapshot";
import { useLab } from "../store";
import { AboutExperiment } from "./AboutExperiment";
import { EmbedSnippet } from "./EmbedSnippet";
import { Exports } from "./Exports";
import { openFile, saveScenario } from "./files";
import { Links } from "./Links";
import styles from "./Share.module.css";

/** Hands out what was on screen when the dialog opened, exactly: map, parameters, seed, view and pause point. */
export default function ShareDialog() {
  const [scenario, setScenario] = useState(snapshot);
  return (
    <Dialog title={header.share} wide>
      <div className={styles.share}>
        <Links scenario={scenario} />
        <AboutExperiment scenario={scenario} changed={() => setScenario(snapshot())} />
        <EmbedSnippet scenario={scenario} />
        <section className={styles.part}>
          <h3>{words.heading}</h3>
          <div className={styles.row}>
            <button type="button" onClick={() => saveScenario(scenario)}>
              {words.save}
            </button>
            <OpenFile />
          </div>
          <p className="quiet">{words.orDrop}</p>
        </section>
        <Exports scenario={scenario} />
      </div>
    </Dialog>
  );
}

function OpenFile() {
  return (
    <label className={styles.file}>
      {words.open}
      <input
        type="file"
        className="aloud"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          useLab.setState({ dialog: null });
          if (file) void openFile(file);
        }}
      />
    </label>
  );
}
