import type { ReactNode } from "react";
import { glimpse as words } from "../../messages/glimpse";
import { fill } from "../../messages/section";
import { useLab } from "../store";
import { beginAnew, canBeginAnew, fetchAgain, missingDigits } from "./missing";
import styles from "./glimpse.module.css";

/** Above the figure where something that the run needs has not come: what can be done without it, and the ways on. */
export function Missing() {
  const digits = useLab(missingDigits);
  const weights = useLab(canBeginAnew);
  if (digits !== null) {
    return (
      <Notice says={fill(words.missingDigits, { why: digits })}>
        <button type="button" className="primary" onClick={fetchAgain}>
          {words.tryAgain}
        </button>
      </Notice>
    );
  }
  if (!weights) return null;
  return (
    <Notice says={words.noShippedWeights}>
      <button type="button" onClick={beginAnew}>
        {words.beginAnew}
      </button>
    </Notice>
  );
}

/** Not told aloud: what it is about has been, beside Run or in a message. */
function Notice({ says, children }: { says: string; children: ReactNode }) {
  return (
    <div className={styles.missing} role="group" aria-label={words.missing}>
      <p>{says}</p>
      {children}
    </div>
  );
}
