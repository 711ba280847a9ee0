import { useId } from "react";
import { helpHandlers } from "../controls/help";
import { useLab } from "../store";
import { pushPole, pushProblem } from "./push";
import styles from "./cart-pole.module.css";

const HELP =
  "Strikes the pole: 57° a second more, to that side. Part of the run like any change; keys [ and ].";

/** Two buttons that strike the pole. */
export function Push() {
  const problem = useLab(pushProblem);
  const why = useId();
  const button = (strength: -1 | 1, arrow: string, side: string) => (
    <button
      type="button"
      aria-disabled={problem !== ""}
      aria-describedby={why}
      aria-keyshortcuts={strength < 0 ? "[" : "]"}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => pushPole(strength)}
    >
      <span aria-hidden="true">{arrow}</span>
      <span className="aloud">Push {side}</span>
    </button>
  );
  return (
    <span className={styles.push} role="group" aria-label="Push the pole" {...helpHandlers(problem || HELP)}>
      {button(-1, "◀", "left")}
      <span aria-hidden="true">Push</span>
      {button(1, "▶", "right")}
      <span hidden id={why}>
        {problem || HELP}
      </span>
    </span>
  );
}
