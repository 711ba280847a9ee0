import { useMemo, useState } from "react";
import { reset } from "../session";
import { useLab } from "../store";
import { resetWith, wayOut } from "./ways-out";
import styles from "./training.module.css";

/** Above the figure when learning has diverged: what happened, and the ways out. */
export function Diverged() {
  const says = useLab(({ run }) => (run.outcome?.reason === "diverges" ? run.outcome.says : null));
  const scenario = useLab((lab) => lab.scenario);
  const way = useMemo(() => wayOut(scenario), [scenario]);
  const [closed, setClosed] = useState<string | null>(null);
  if (says === null || says === closed) return null;
  return (
    <div className={styles.diverged} role="alert">
      <p>{says} Change a setting here, and Run goes on from them.</p>
      <div>
        {way && (
          <button type="button" className="primary" onClick={() => resetWith(way.params)}>
            {way.label}
          </button>
        )}
        <button type="button" onClick={reset}>
          Reset
        </button>
        <button type="button" onClick={() => setClosed(says)}>
          Close
        </button>
      </div>
    </div>
  );
}
