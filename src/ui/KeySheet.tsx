import { presentKeys as words } from "../messages/present-keys";
import { Dialog } from "./Dialog";
import { useMode } from "./mode-state";
import { changeSettings, useSettings } from "./storage/settings";
import styles from "./Sheet.module.css";

type Group = [title: string, keys: [key: string, does: string][]];

const GROUPS: Group[] = [
  [
    "Anywhere",
    [
      ["Space", "Run or pause"],
      ["→", "One step, of the size chosen beside the step button"],
      ["←", "One step back"],
      ["R", "Reset: back to the start of the run"],
      ["Ctrl+Z or ⌘Z", "Undo a change of the map or the settings"],
      ["Ctrl+Shift+Z or ⌘⇧Z", "Redo"],
      ["?", "This list"],
    ],
  ],
  [
    "In the grid",
    [
      ["Arrows", "To the next cell"],
      ["Home, End", "To the first or last cell of the row; with Ctrl, of the map"],
      ["Enter", "Open the cell’s equation, or use the chosen tool"],
      ["1 … 9", "Choose a tool, while editing"],
      ["Escape", "Stop editing"],
    ],
  ],
  [
    "In the cart-pole lab",
    [
      ["[ ]", "Push the pole to the left or to the right"],
      ["← → while playing", "Push your own cart"],
      ["Space while playing", "Another try"],
      ["Escape while playing", "Leave the game"],
    ],
  ],
  [
    "In a number box",
    [
      ["↑ ↓", "One step more or less; with Shift, ten"],
      ["Enter", "Take the number"],
      ["Escape", "Back to the number before"],
    ],
  ],
];

function presenterKeys(): Group {
  return [
    words.title,
    [
      [words.onKeys, words.on],
      [words.backKeys, words.back],
      [words.blankKeys, words.blank],
      [words.holdKeys, words.hold],
      [words.laserKeys, words.laser],
      [words.codeKeys, words.code],
      [words.speakerKeys, words.speaker],
      [words.screenKeys, words.screen],
      [words.leaveKeys, words.leave],
    ],
  ];
}

/** The keys of the page. */
export default function KeySheet() {
  const letterKeys = useSettings((settings) => settings.letterKeys);
  const presenting = useMode(({ mode }) => mode === "present");
  const groups = presenting ? [presenterKeys(), ...GROUPS] : [...GROUPS, presenterKeys()];
  return (
    <Dialog title="Keys">
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={(event) => changeSettings({ letterKeys: event.target.checked })}
        />
        Single characters (R, ?, brackets, those of the presentation) are keys of the page. Switch them off if
        speech input triggers them.
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
      <p className="quiet">A text box, a slider and the grid keep the keys that they need themselves.</p>
    </Dialog>
  );
}
