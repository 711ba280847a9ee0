import { Component, type ReactNode } from "react";
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
        <h1>Bellman cannot draw this page</h1>
        <p>
          Something in the page went wrong. Your work is saved in this browser. Reload the page; if that does
          not help, begin with an example and open your work from Presets.
        </p>
        <div>
          <button type="button" className="primary" onClick={() => location.reload()}>
            Reload
          </button>
          <button type="button" onClick={beginAgain}>
            Begin with an example
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
