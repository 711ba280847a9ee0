import { useState } from "react";
import { algoSpec } from "../../algos";
import { clock as clockWords } from "../../messages/clock";
import { transport as words } from "../../messages/transport";
import { BackendBadge } from "../BackendBadge";
import { Icon } from "../Icon";
import { isMoving } from "../moving";
import { granularityOf, reset, setView, step, stepBack } from "../session";
import { useLab } from "../store";
import { clockText, hasStages, rateText } from "./clock-text";
import { kindOf } from "./kind";
import { Outcome, OUTCOME_ID } from "./Outcome";
import { hasDiverged } from "./has-diverged";
import { hasFailed } from "./preparing";
import { Scrubber } from "./Scrubber";
import { SpeedSlider } from "./SpeedSlider";
import { StopCondition } from "./StopCondition";
import { runOrPause } from "./run-or-pause";
import styles from "./Transport.module.css";

/** A click with the mouse leaves the focus where it was, so that Space still runs and pauses. */
const keepFocus = (event: React.MouseEvent) => event.preventDefault();

/** Everything that moves the run through time. */
export function Transport() {
  /** On a phone speed, step size and stop are folded away until asked for. */
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.transport} aria-label={words.name} data-open={open}>
      <div className={styles.buttons}>
        <Buttons />
      </div>
      <div className={styles.pace}>
        <GranularityMenu />
        <SpeedSlider />
      </div>
      <div className={styles.time}>
        <Scrubber />
        <Clock />
      </div>
      <div className={styles.stopping}>
        <StopCondition />
      </div>
      <Outcome />
      <BackendBadge />
      <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.less : words.more}
      </button>
    </section>
  );
}

function Buttons() {
  const moving = useLab((lab) => isMoving(lab.run.status));
  const diverged = useLab(hasDiverged);
  const atStart = useLab(({ run }) => run.position.tick === 0 && run.position.phase === 0);
  return (
    <>
      <button type="button" onMouseDown={keepFocus} onClick={reset} aria-keyshortcuts="r">
        <Icon name="reset" />
        {words.reset}
      </button>
      <button
        type="button"
        onMouseDown={keepFocus}
        onClick={() => stepBack()}
        aria-disabled={atStart}
        aria-keyshortcuts="ArrowLeft"
      >
        <Icon name="back" />
        {words.back}
      </button>
      <button
        type="button"
        onMouseDown={keepFocus}
        onClick={() => step()}
        aria-disabled={diverged}
        aria-describedby={diverged ? OUTCOME_ID : undefined}
        aria-keyshortcuts="ArrowRight"
      >
        <Icon name="step" />
        {words.step}
      </button>
      <button
        type="button"
        onMouseDown={keepFocus}
        className={`primary ${styles.run}`}
        onClick={runOrPause}
        aria-disabled={diverged}
        aria-describedby={diverged ? OUTCOME_ID : undefined}
        aria-keyshortcuts="Space"
      >
        <Icon name={moving ? "pause" : "run"} />
        {moving ? words.pause : words.run}
      </button>
    </>
  );
}

function GranularityMenu() {
  const granularity = useLab(granularityOf);
  const algo = useLab((lab) => lab.scenario.algo.id);
  return (
    <select
      aria-label={words.stepIs}
      className={styles.granularity}
      value={granularity}
      onChange={(event) => setView({ granularity: event.target.value })}
    >
      {algoSpec(algo)?.granularities.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Clock() {
  const { clock, status, ticksPerSecond } = useLab((lab) => lab.run);
  const spec = useLab((lab) => algoSpec(lab.scenario.algo.id));
  const kind = kindOf(spec);
  return (
    <p className={styles.clock}>
      <span className="numbers">
        {hasFailed({ clock, status })
          ? clockWords.notStarted
          : clockText(clock, kind, spec !== undefined && hasStages(spec))}
      </span>
      {isMoving(status) && ticksPerSecond > 0 && (
        <span className={`numbers ${styles.rate}`}>{rateText(ticksPerSecond, kind, clock)}</span>
      )}
    </p>
  );
}
