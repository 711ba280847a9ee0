import { Dialog } from "./Dialog";
import { notifyOfRun } from "./notify";
import { open } from "./session";
import { useLab } from "./store";
import { presetScenario, type Preset } from "../scenario/presets";
import Gallery from "./gallery/Gallery";
import { labOf } from "./labs";
import { forgetAddress, openWork, otherWorks } from "./storage/autosave";
import { savedAt, wordsOf } from "./storage/work-words";
import { MOST_WORKS, type Work } from "./storage/works";
import styles from "./Presets.module.css";

/** Works listed before the rest is folded away. */
const AT_ONCE = 6;

const close = () => useLab.setState({ dialog: null });

/** The gallery of ready-made experiments, those of the lab on screen first, and the user's own earlier work. */
export default function Presets() {
  const lab = useLab(({ scenario }) => labOf(scenario));
  return (
    <Dialog title="Presets" wide>
      <OwnWorks />
      <Gallery first={lab} onOpen={choose} />
    </Dialog>
  );
}

function choose(preset: Preset): void {
  forgetAddress();
  open(presetScenario(preset), "preset");
  close();
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
  const { title, where } = wordsOf(work);
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
        {title}, as you left it
      </button>
      {where && <p>{where}</p>}
      <p className="quiet">Last changed {savedAt(work)}</p>
    </li>
  );
}
