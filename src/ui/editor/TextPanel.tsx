import { useId, useState } from "react";
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
    say("The map is the one you wrote.");
    close();
  };
  return (
    <div className={styles.panel}>
      <label htmlFor={id} className="quiet">
        One line for each row: . floor, # wall, S start, T terminal. A map of another size starts without
        rewards, jumps and wind.
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
          Use this map
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </div>
  );
}
