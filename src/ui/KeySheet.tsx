import { keys as words } from "../messages/keys";
import { presentKeys as hall } from "../messages/present-keys";
import { Dialog } from "./Dialog";
import { useMode } from "./mode-state";
import { changeSettings, useSettings } from "./storage/settings";
import styles from "./Sheet.module.css";

type Group = [title: string, keys: [key: string, does: string][]];

function labKeys(): Group[] {
  return [
    [
      words.anywhere,
      [
        [words.runKeys, words.run],
        [words.stepKeys, words.step],
        [words.backKeys, words.back],
        [words.resetKeys, words.reset],
        [words.undoKeys, words.undo],
        [words.redoKeys, words.redo],
        [words.listKeys, words.list],
      ],
    ],
    [
      words.inGrid,
      [
        [words.cellKeys, words.cell],
        [words.rowKeys, words.row],
        [words.useKeys, words.use],
        [words.toolKeys, words.tool],
        [words.endKeys, words.end],
      ],
    ],
    [
      words.inCartPole,
      [
        [words.pushKeys, words.push],
        [words.playKeys, words.play],
        [words.againKeys, words.again],
        [words.leaveKeys, words.leave],
      ],
    ],
    [
      words.inNumber,
      [
        [words.numberKeys, words.number],
        [words.takeKeys, words.take],
        [words.dropKeys, words.drop],
      ],
    ],
  ];
}

function presenterKeys(): Group {
  return [
    hall.title,
    [
      [hall.onKeys, hall.on],
      [hall.backKeys, hall.back],
      [hall.blankKeys, hall.blank],
      [hall.holdKeys, hall.hold],
      [hall.laserKeys, hall.laser],
      [hall.codeKeys, hall.code],
      [hall.speakerKeys, hall.speaker],
      [hall.screenKeys, hall.screen],
      [hall.leaveKeys, hall.leave],
    ],
  ];
}

/** The keys of the page. */
export default function KeySheet() {
  const letterKeys = useSettings((settings) => settings.letterKeys);
  const presenting = useMode(({ mode }) => mode === "present");
  const groups = presenting ? [presenterKeys(), ...labKeys()] : [...labKeys(), presenterKeys()];
  return (
    <Dialog title={words.title}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={(event) => changeSettings({ letterKeys: event.target.checked })}
        />
        {words.letters}
      </label>
      {groups.map(([title, keys]) => (
        <section key={title} className={styles.section}>
          <h3>{title}</h3>
          <dl className={styles.keys}>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="quiet">{words.foot}</p>
    </Dialog>
  );
}
