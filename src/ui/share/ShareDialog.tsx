import { useState } from "react";
import { LIMITS } from "../../scenario/schema";
import { Dialog } from "../Dialog";
import { edit, endGesture } from "../session";
import { snapshot } from "../snapshot";
import { useLab } from "../store";
import { Exports } from "./Exports";
import { openFile, saveScenario } from "./files";
import { Links } from "./Links";
import styles from "./Share.module.css";

/** Hands out what was on screen when the dialog opened, exactly: map, parameters, seed, view and pause point. */
export default function ShareDialog() {
  const [scenario, setScenario] = useState(snapshot);
  const setText = (name: "title" | "notes", text: string) => {
    edit((current) => {
      const { [name]: _old, ...rest } = current;
      return text === "" ? rest : { ...rest, [name]: text };
    }, `share ${name}`);
    setScenario(snapshot());
  };
  return (
    <Dialog title="Share" wide>
      <div className={styles.share}>
        <Links scenario={scenario} />
        <section className={styles.part}>
          <h3>Words that go with it</h3>
          <label>
            Title
            <input
              type="text"
              maxLength={LIMITS.title}
              value={scenario.title ?? ""}
              onChange={(event) => setText("title", event.target.value)}
              onBlur={endGesture}
            />
          </label>
          <label>
            What to notice
            <textarea
              rows={3}
              maxLength={LIMITS.notes}
              value={scenario.notes ?? ""}
              onChange={(event) => setText("notes", event.target.value)}
              onBlur={endGesture}
            />
          </label>
        </section>
        <section className={styles.part}>
          <h3>File</h3>
          <div className={styles.row}>
            <button type="button" onClick={() => saveScenario(scenario)}>
              Save file
            </button>
            <OpenFile />
          </div>
          <p className="quiet">A file dropped on the page opens as well.</p>
        </section>
        <Exports scenario={scenario} />
      </div>
    </Dialog>
  );
}

function OpenFile() {
  return (
    <label className={styles.file}>
      Open file
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
