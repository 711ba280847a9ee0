import type { ReactNode } from "react";
import styles from "./pictures.module.css";

/** A word before a group of controls that has a name of its own for screen readers. */
export function Labelled({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className={styles.menu}>
      <span aria-hidden="true">{text}</span>
      {children}
    </span>
  );
}
