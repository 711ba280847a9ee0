import { useId, useState } from "react";
import { editor as words } from "../../messages/editor";
import { edit } from "../session";
import { currentMap, withNewMap } from "./change-map";
import { say } from "./editor-state";
import { mapText, parseMapText } from "./map-text";
import styles from "./Editor.module.css";

/** The map as text, to copy, change and paste. */
export function TextPanel({ close }: { close: () => void }) {
  const id = useId();
  const [text, setText] = useState(() => mapText(currentMap()));
  const [wrong, setWrong] = useState("");
  const apply = () => {
    const parsed = parseMapText(text, currentMap());
    if (!parsed.ok) {
      setWrong(parsed.error);
      return;
    }
    edit((scenario) => withNewMap(scenario, parsed.value));
    say(words.applied);
    close();
  };
  return (
    <div className={styles.panel}>
      <label htmlFor={id} className="quiet">
        {words.textHelp}
      </label>
      <textarea
        id={id}
        className={`numbers ${styles.text}`}
        rows={Math.min(8, text.split("\n").length + 1)}
        spellCheck={false}
        wrap="off"
        value={text}
        aria-invalid={wrong !== ""}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-wrong`} className={styles.problem} role="alert">
        {wrong}
      </p>
      <div className={styles.row}>
        <button type="button" className="primary" onClick={apply}>
          {words.apply}
        </button>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
