import { edit } from "../session";
import { currentMap, withNewMap } from "./change-map";
import { say } from "./editor-state";
import { clearMap } from "./map-edit";
import styles from "./Editor.module.css";

/** Empties the map, after a word of confirmation; undo brings it back. */
export function ClearPanel({ close }: { close: () => void }) {
  const clear = () => {
    edit((scenario) => withNewMap(scenario, clearMap(currentMap())));
    say("The map is empty. Undo brings it back.");
    close();
  };
  return (
    <div className={`${styles.panel} ${styles.row}`}>
      <span>Make every cell floor, without rewards, jumps and wind?</span>
      <button type="button" className="primary" onClick={clear}>
        Clear the map
      </button>
      <button type="button" onClick={close}>
        Cancel
      </button>
    </div>
  );
}
