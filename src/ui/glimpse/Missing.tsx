import type { ReactNode } from "react";
import { useLab } from "../store";
import { beginAnew, canBeginAnew, fetchAgain, missingDigits } from "./missing";
import styles from "./glimpse.module.css";

const MEANWHILE =
  "Check the connection and try again, or tell whoever runs this site. What you draw yourself is looked at all the same.";

/** Above the figure where something that the run needs has not come: what can be done without it, and the ways on. */
export function Missing() {
  const digits = useLab(missingDigits);
  const weights = useLab(canBeginAnew);
  if (digits !== null) {
    return (
      <Notice says={`${digits} ${MEANWHILE}`}>
        <button type="button" className="primary" onClick={fetchAgain}>
          Try again
        </button>
      </Notice>
    );
  }
  if (!weights) return null;
  return (
    <Notice says="The run cannot begin with the shipped weights. It can with others, which know nothing yet.">
      <button type="button" onClick={beginAnew}>
        Begin with weights drawn anew
      </button>
    </Notice>
  );
}

/** Not told aloud: what it is about has been, beside Run or in a message. */
function Notice({ says, children }: { says: string; children: ReactNode }) {
  return (
    <div className={styles.missing} role="group" aria-label="What is missing">
      <p>{says}</p>
      {children}
    </div>
  );
}
