import { Marked } from "../Marked";
import styles from "./pictures.module.css";

/** What stands where a picture will be: what will appear, and what to press. */
export function Empty({ text }: { text: string }) {
  return (
    <div className={styles.panel}>
      <p className={styles.empty}>
        <Marked text={text} />
      </p>
    </div>
  );
}
