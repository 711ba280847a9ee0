import { locks as words } from "../../messages/locks";
import { useMode } from "../mode-state";
import { edit } from "../session";
import { useLab } from "../store";
import styles from "./ParamForm.module.css";

/** Where the author has locked something: that it is so, and the way to a copy where it is not. */
export function Unlock() {
  const some = useLab((lab) => lab.scenario.locks !== undefined);
  const embedded = useMode(({ mode }) => mode === "embed");
  if (!some || embedded) return null;
  return (
    <p className={styles.unlock}>
      <span className="quiet">{words.someLocked}</span>
      <button type="button" onClick={unlock}>
        {words.unlock}
      </button>
    </p>
  );
}

function unlock(): void {
  edit(({ locks: _locks, ...scenario }) => scenario);
}
