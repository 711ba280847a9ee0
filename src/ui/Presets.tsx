import { Dialog } from "./Dialog";
import { notifyOfRun } from "./notify";
import { open } from "./session";
import { useLab } from "./store";
import { algoSpec } from "../algos";
import type { Scenario } from "../core/scenario";
import { tickUnit } from "../core/tick-unit";
import { measuredSentence } from "../scenario/evidence";
import { presets, presetScenario, type Preset } from "../scenario/presets";
import { parseScenario } from "../scenario/schema";
import { count } from "./controls/clock-text";
import { labOf } from "./labs";
import { titleOf } from "./preset-of";
import { forgetAddress, openWork, otherWorks } from "./storage/autosave";
import { MOST_WORKS, type Work } from "./storage/works";
import styles from "./Presets.module.css";

/** Works listed before the rest is folded away. */
const AT_ONCE = 6;

const close = () => useLab.setState({ dialog: null });

/** The gallery of ready-made experiments, those of the lab on screen first, and the user's own earlier work. */
export default function Presets() {
  const lab = useLab(({ scenario }) => labOf(scenario));
  const isElsewhere = ({ scenario }: Preset) => Number(labOf(scenario) !== lab);
  const listed = presets.toSorted((a, b) => isElsewhere(a) - isElsewhere(b));
  const groups = [...new Set(listed.map(({ group }) => group))];
  return (
    <Dialog title="Presets" wide>
      <OwnWorks />
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
  const measured = measuredSentence(preset.id);
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
      {measured !== undefined && <p className="quiet">{measured}</p>}
    </li>
  );
}

/** The newest few at once; the rest, and that there were more, behind them. */
function OwnWorks() {
  const { works, dropped } = otherWorks();
  if (works.length === 0) return null;
  const [shown, older] = [works.slice(0, AT_ONCE), works.slice(AT_ONCE)];
  return (
    <section className={styles.group}>
      <h3>Your own work, saved in this browser</h3>
      <Works works={shown} />
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{older.length} more, older</summary>
          <Works works={older} />
        </details>
      )}
      {dropped > 0 && (
        <p className={`quiet ${styles.note}`}>
          The newest {MOST_WORKS} are kept at most, fewer where they are very large; {dropped} older{" "}
          {dropped === 1 ? "one has" : "ones have"} made room. Share what you want to keep for longer as a
          link or a file.
        </p>
      )}
    </section>
  );
}

function Works({ works }: { works: readonly Work[] }) {
  return (
    <ul className={styles.list}>
      {works.map((work) => (
        <SavedWork key={work.id} work={work} />
      ))}
    </ul>
  );
}

function SavedWork({ work }: { work: Work }) {
  const parsed = parseScenario(work.scenario);
  const when = new Date(work.saved).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  const choose = () => {
    forgetAddress();
    const says = "Your earlier work is open; go on where you were.";
    if (openWork(work)) notifyOfRun({ kind: "info", says }, true);
    close();
  };
  return (
    <li className={styles.entry}>
      <button type="button" onClick={choose}>
        {/* Not called as the preset it came from: that one begins anew, this one goes on. */}
        {(parsed.ok && titleOf(parsed.value)) || "My own world"}, as you left it
      </button>
      {parsed.ok && <p>{whereabouts(parsed.value)}</p>}
      <p className="quiet">Last changed {when}</p>
    </li>
  );
}

/** “DQN, after 5,028 steps”: what runs, and where it stands. */
function whereabouts({ algo, view }: Scenario): string {
  const spec = algoSpec(algo.id);
  const tick = view?.at?.tick ?? 0;
  const where = tick > 0 ? `after ${count(tick, tickUnit(spec, algo.params).one)}` : "at its start";
  return `${spec?.title}, ${where}`;
}
