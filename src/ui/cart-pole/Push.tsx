import { useId } from "react";
import { push as words } from "../../messages/push";
import { helpHandlers } from "../controls/help";
import { Locked } from "../controls/Locked";
import { useLocked } from "../locks";
import { useLab } from "../store";
import { pushPole, pushProblem } from "./push";
import styles from "./cart-pole.module.css";

/** Two buttons that strike the pole. */
export function Push() {
  const problem = useLab(pushProblem);
  const help = problem || words.help;
  const locked = useLocked("push");
  const why = useId();
  const button = (strength: -1 | 1, arrow: string, name: string) => (
    <button
      type="button"
      aria-disabled={problem !== ""}
      aria-describedby={why}
      aria-keyshortcuts={strength < 0 ? "[" : "]"}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => pushPole(strength)}
    >
      <span aria-hidden="true">{arrow}</span>
      <span className="aloud">{name}</span>
    </button>
  );
  return (
    <span className={styles.push} role="group" aria-label={words.name} {...helpHandlers(help)}>
      {button(-1, "◀", words.left)}
      <span aria-hidden="true">
        {words.push}
        {locked && <Locked />}
      </span>
      {button(1, "▶", words.right)}
      <span hidden id={why}>
        {help}
      </span>
    </span>
  );
}
