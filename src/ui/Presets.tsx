import { plural } from "../messages/plural";
import { presets as words } from "../messages/presets";
import { fill } from "../messages/section";
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
    <Dialog title={words.title} wide>
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
      <h3>{words.own}</h3>
      <Works works={shown} />
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{fill(words.older, { count: older.length })}</summary>
          <Works works={older} />
        </details>
      )}
      {dropped > 0 && (
        <p className={`quiet ${styles.note}`}>
          {fill(plural(dropped, words.oneDropped, words.dropped), { most: MOST_WORKS, count: dropped })}
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
    if (openWork(work)) notifyOfRun({ kind: "info", says: words.open }, true);
    close();
  };
  return (
    <li className={styles.entry}>
      <button type="button" onClick={choose}>
        {/* Not called as the preset it came from: that one begins anew, this one goes on. */}
        {fill(words.asLeft, { title })}
      </button>
      {where && <p>{where}</p>}
      <p className="quiet">{fill(words.changed, { when: savedAt(work) })}</p>
    </li>
  );
}
