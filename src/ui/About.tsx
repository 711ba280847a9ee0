import { about as words } from "../messages/about";
import { fill } from "../messages/section";
import { Dialog } from "./Dialog";
import styles from "./Sheet.module.css";

const VERSION = String(import.meta.env.APP_VERSION);

/** What the page is, how far its numbers can be trusted, and what it is made of. */
export default function About() {
  return (
    <Dialog title={words.title}>
      <section className={styles.section}>
        <p>{words.what}</p>
      </section>
      <section className={styles.section}>
        <h3>{words.exact}</h3>
        <p>{words.tables}</p>
        <p>{words.networks}</p>
      </section>
      <section className={styles.section}>
        <h3>{words.simplified}</h3>
        <p>{words.small}</p>
      </section>
      <section className={styles.section}>
        <h3>{words.made}</h3>
        <p>{fill(words.parts, { version: VERSION })}</p>
      </section>
    </Dialog>
  );
}
