import { useEffect } from "react";
import { embed as words } from "../../messages/embed";
import { notify } from "../notify";
import { titleOf } from "../preset-of";
import { useLab } from "../store";
import { fullAddress } from "./full-address";
import styles from "./embed.module.css";

/** The page without what makes it a frame. */
const PAGE = location.origin + location.pathname;

/** What the experiment is called, and the way to all of the lab with what is on screen. */
export function EmbedBar() {
  const title = useLab((lab) => titleOf(lab.scenario)) ?? words.ownWorld;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className={styles.bar}>
      <h1>{title}</h1>
      <a
        href={PAGE + location.hash}
        target="_blank"
        rel="noopener"
        // Written when somebody means to follow it: writing a link takes time, and the run changes all the time.
        onFocus={(event) => write(event.currentTarget)}
        onPointerEnter={(event) => write(event.currentTarget)}
        onClick={(event) => write(event.currentTarget) || tellTooLong()}
      >
        {words.openFull}
        <span className="aloud"> {words.newTab}</span>
      </a>
    </header>
  );
}

/** True where the link now leads to what is on screen. */
function write(link: HTMLAnchorElement): boolean {
  const address = fullAddress();
  link.href = PAGE + (address ?? location.hash);
  return address !== null;
}

function tellTooLong(): void {
  notify({ kind: "info", says: words.tooLong });
}
