import { useMemo, useState } from "react";
import { fill } from "../../messages/section";
import { training as words } from "../../messages/training";
import { reset } from "../session";
import { useLab } from "../store";
import { resetWith, wayOut } from "./ways-out";
import styles from "./training.module.css";

/** Above the figure when learning has diverged: what happened, and the ways out. */
export function Diverged() {
  const says = useLab(({ run }) => (run.outcome?.reason === "diverges" ? run.outcome.says : null));
  const { algo, locks: own = [] } = useLab((lab) => lab.scenario);
  const others = useLab((lab) => lab.locks);
  const way = useMemo(() => wayOut({ algo, locks: [...own, ...others] }), [algo, own, others]);
  const [closed, setClosed] = useState<string | null>(null);
  if (says === null || says === closed) return null;
  return (
    <div className={styles.diverged} role="alert" data-tool="">
      <p>{fill(words.diverged, { why: says })}</p>
      <div>
        {way && (
          <button type="button" className="primary" onClick={() => resetWith(way.params)}>
            {way.label}
          </button>
        )}
        <button type="button" onClick={reset}>
          {words.reset}
        </button>
        <button type="button" onClick={() => setClosed(says)}>
          {words.close}
        </button>
      </div>
    </div>
  );
}
