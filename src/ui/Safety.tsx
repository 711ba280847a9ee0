import { Component, type ReactNode } from "react";
import { safety as words } from "../messages/safety";
import { forgetTab } from "./storage/autosave";
import styles from "./Notices.module.css";

/** Stands in when a part of the page fails to draw: says so, and offers ways back to work. */
export class Safety extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className={styles.broken}>
        <h1>{words.title}</h1>
        <p>{words.what}</p>
        <div>
          <button type="button" className="primary" onClick={() => location.reload()}>
            {words.reload}
          </button>
          <button type="button" onClick={beginAgain}>
            {words.begin}
          </button>
        </div>
      </main>
    );
  }
}

function beginAgain(): void {
  forgetTab();
  location.hash = "lecture-grid";
  location.reload();
}
