import { useEffect, useRef, useState } from "react";
import { algoSpec } from "../../algos";
import { tickUnit } from "../../core/tick-unit";
import { fill } from "../../messages/section";
import { transport as words } from "../../messages/transport";
import { seek } from "../session";
import { useLab } from "../store";
import { count } from "./clock-text";
import { kindOf } from "./kind";
import styles from "./Transport.module.css";

/** While dragging: how often a run of tables goes where the thumb is, in ms … */
const SEEK_EVERY = 60;
/** … and how long the thumb of a network's run must rest before it is trained again up to there. */
const SETTLES_IN = 400;

/** Goes anywhere in the run so far. */
export function Scrubber() {
  const { tick } = useLab((lab) => lab.run.position);
  const horizon = useLab((lab) => Math.max(lab.run.horizon, lab.run.position.tick));
  const seeking = useLab((lab) => lab.run.status === "seeking");
  const { id, params } = useLab((lab) => lab.scenario.algo);
  const spec = algoSpec(id);
  const kind = kindOf(spec);
  /** Where the thumb is held; null while the run leads. */
  const [held, setHeld] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const target = useRef(0);

  const move = (to: number) => {
    setHeld(to);
    target.current = to;
    const go = () => {
      timer.current = undefined;
      seek({ tick: target.current, phase: 0 });
    };
    if (kind === "network") {
      clearTimeout(timer.current);
      timer.current = setTimeout(go, SETTLES_IN);
    } else timer.current ??= setTimeout(go, SEEK_EVERY);
  };
  useEffect(() => {
    // Once the run has arrived, or has been sent elsewhere, it leads again.
    if (timer.current === undefined && !seeking) setHeld(null);
  }, [tick, seeking]);

  const shown = Math.min(held ?? tick, horizon);
  return (
    <input
      type="range"
      className={styles.scrubber}
      aria-label={words.position}
      aria-valuetext={fill(words.positionIs, {
        at: count(shown, tickUnit(spec, params).one),
        last: horizon.toLocaleString("en"),
      })}
      min={0}
      max={Math.max(1, horizon)}
      value={shown}
      disabled={horizon === 0}
      onChange={(event) => move(Number(event.target.value))}
    />
  );
}
