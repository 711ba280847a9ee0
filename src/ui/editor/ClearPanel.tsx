import { editor as words } from "../../messages/editor";
import { edit } from "../session";
import { currentMap, withNewMap } from "./change-map";
import { say } from "./editor-state";
import { clearMap } from "./map-edit";
import styles from "./Editor.module.css";

/** Empties the map, after a word of confirmation; undo brings it back. */
export function ClearPanel({ close }: { close: () => void }) {
  const clear = () => {
    edit((scenario) => withNewMap(scenario, clearMap(currentMap())));
    say(words.cleared);
    close();
  };
  return (
    <div className={`${styles.panel} ${styles.row}`}>
      <span>{words.clearQuestion}</span>
      <button type="button" className="primary" onClick={clear}>
        {words.clearMap}
      </button>
      <button type="button" onClick={close}>
        {words.cancel}
      </button>
    </div>
  );
}
