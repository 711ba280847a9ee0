import { useEffect, useRef, useState } from "react";
import { algoSpec } from "../algos";
import { backend as words } from "../messages/backend";
import { fill } from "../messages/section";
import { BADGES, gpuName } from "./backend-words";
import { isMoving } from "./moving";
import { useLab } from "./store";
import styles from "./Backend.module.css";

/** What networks are computed on and how fast; more in its dialog. Nothing where no network is trained. */
export function BackendBadge() {
  const backend = useLab((lab) => lab.backend);
  const trains = useLab((lab) => algoSpec(lab.scenario.algo.id)?.network !== undefined);
  const rate = useUpdateRate();
  if (!trains || !backend) return null;
  const { name, adapter } = backend;
  return (
    <button
      type="button"
      className={styles.badge}
      aria-haspopup="dialog"
      onClick={() => useLab.setState({ dialog: "backend" })}
    >
      <span className="aloud">{words.computedOn} </span>
      <b>{BADGES[name]}</b>
      {name === "webgpu" && adapter && <span className={styles.gpu}>{gpuName(adapter)}</span>}
      {rate !== null && <span className={`numbers ${styles.rate}`}>{rateText(rate)}</span>}
    </button>
  );
}

const RATE_OVER = 1000; // ms

/** Gradient steps a second while the run goes on, measured over about a second; null otherwise. */
function useUpdateRate(): number | null {
  const updates = useLab((lab) => lab.run.clock?.updates ?? 0);
  const running = useLab((lab) => isMoving(lab.run.status));
  const [rate, setRate] = useState<number | null>(null);
  const since = useRef<{ at: number; updates: number } | null>(null);
  useEffect(() => {
    const at = performance.now();
    if (!running || !since.current || updates < since.current.updates) {
      since.current = running ? { at, updates } : null;
      setRate(null);
    } else if (at >= since.current.at + RATE_OVER) {
      setRate(((updates - since.current.updates) * 1000) / (at - since.current.at));
      since.current = { at, updates };
    }
  }, [running, updates]);
  return rate;
}

const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });

function rateText(rate: number): string {
  return fill(words.rate, { rate: digits.format(rate) });
}
