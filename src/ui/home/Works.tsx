import { savedAt, wordsOf } from "../storage/work-words";
import type { Work } from "../storage/works";
import styles from "./home.module.css";

/** Links to the user's own work: what it is, how far it has come, and when it was last changed. */
export default function Works({ works }: { works: readonly Work[] }) {
  return (
    <ul className={styles.works}>
      {works.map((work) => {
        const { title, where } = wordsOf(work);
        return (
          <li key={work.id}>
            <a href={`?lab&work=${encodeURIComponent(work.id)}`}>{title}</a>
            <span className="quiet">{[where, savedAt(work)].filter(Boolean).join("; ")}</span>
          </li>
        );
      })}
    </ul>
  );
}
