import { editor as words } from "../../messages/editor";
import { fill } from "../../messages/section";
import { useLab } from "../store";
import { changeMap, currentMap } from "./change-map";
import { say } from "./editor-state";
import { setWind } from "./map-edit";
import styles from "./Editor.module.css";

/** The wind of every column, as rows that moves out of it are blown up, or down where negative. */
export function WindPanel() {
  const wind = useLab((lab) => lab.scenario.env.params.wind as number[]);
  const columns = useLab((lab) => (lab.scenario.env.params.rows as string[])[0].length);
  const change = (column: number, strength: number) => {
    changeMap(setWind(currentMap(), column, strength));
    say(fill(strength === 0 ? words.noWind : words.windSet, { column: column + 1, strength }));
  };
  return (
    <div className={styles.panel}>
      <p className="quiet" id="wind-help">
        {words.windHelp}
      </p>
      <ol className={styles.wind} aria-describedby="wind-help">
        {Array.from({ length: columns }, (_, column) => {
          const strength = wind[column] ?? 0;
          return (
            <li key={column} className={`${styles.stepper} ${styles.upright}`}>
              <button type="button" onClick={() => change(column, strength + 1)}>
                + <span className="aloud">{fill(words.moreWind, { column: column + 1 })}</span>
              </button>
              <output className="numbers" aria-label={fill(words.windIn, { column: column + 1 })}>
                {strength < 0 ? `−${-strength}` : strength}
              </output>
              <button type="button" onClick={() => change(column, strength - 1)}>
                − <span className="aloud">{fill(words.lessWind, { column: column + 1 })}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
