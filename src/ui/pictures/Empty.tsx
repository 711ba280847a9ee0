import type { ReactNode } from "react";
import styles from "./pictures.module.css";

/** What stands where a picture will be: what will appear, and what to press. */
export function Empty({ children }: { children: ReactNode }) {
  return (
    <div className={styles.panel}>
      <p className={styles.empty}>{children}</p>
    </div>
  );
}
