import { Dialog } from "./Dialog";
import { notify, open } from "./session";
import { useLab } from "./store";
import { algoSpec } from "../algos";
import { presets, presetScenario, type Preset } from "../scenario/presets";
import { parseScenario } from "../scenario/schema";
import { titleOf } from "./preset-of";
import { forgetAddress, openWork, otherWorks } from "./storage/autosave";
import type { Work } from "./storage/works";
import styles from "./Presets.module.css";

const close = () => useLab.setState({ dialog: null });

/** The gallery of ready-made experiments, and the user's own earlier work. */
export default function Presets() {
  const groups = [...new Set(presets.map(({ group }) => group))];
  const works = otherWorks();
  return (
    <Dialog title="Presets" wide>
      {works.length > 0 && (
        <section className={styles.group}>
          <h3>Your own work, saved in this browser</h3>
          <ul className={styles.list}>
            {works.map((work) => (
              <SavedWork key={work.id} work={work} />
            ))}
          </ul>
        </section>
      )}
      {groups.map((group) => (
        <section key={group} className={styles.group}>
          <h3>{group}</h3>
          <ul className={styles.list}>
            {presets
              .filter((preset) => preset.group === group)
              .map((preset) => (
                <Entry key={preset.id} preset={preset} />
              ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

function Entry({ preset }: { preset: Preset }) {
  const choose = () => {
    forgetAddress();
    open(presetScenario(preset), "preset");
    close();
  };
  return (
    <li className={styles.entry}>
      <button type="button" onClick={choose}>
        {preset.title}
      </button>
      <p>{preset.notice}</p>
      <p className="quiet">{preset.source}</p>
    </li>
  );
}

function SavedWork({ work }: { work: Work }) {
  const parsed = parseScenario(work.scenario);
  const when = new Date(work.saved).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  const choose = () => {
    forgetAddress();
    if (openWork(work)) notify({ kind: "info", says: "Your earlier work is open; go on where you were." });
    close();
  };
  return (
    <li className={styles.entry}>
      <button type="button" onClick={choose}>
        {(parsed.ok && titleOf(parsed.value)) || "My own world"}
      </button>
      {parsed.ok && <p>{algoSpec(parsed.value.algo.id)?.title}</p>}
      <p className="quiet">Last changed {when}</p>
    </li>
  );
}
