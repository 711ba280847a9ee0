import { useEffect, useRef, type SyntheticEvent } from "react";
import { home } from "../../messages/home";
import { fill } from "../../messages/section";
import { encodeLink } from "../../scenario/link";
import { GridCanvas } from "../figure/GridCanvas";
import { Icon } from "../Icon";
import { useLab } from "../store";
import {
  begin,
  demonstrate,
  demonstrationModel,
  setWanted,
  SHOWN,
  shownNow,
  useDemonstration,
} from "./demonstration";
import styles from "./home.module.css";

// Before anything is drawn: the figure needs a world.
begin();

/** A run of Q-learning as the lab shows it, with what little is needed to steer it. */
export default function Running() {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => (stage.current ? demonstrate(stage.current) : undefined), []);
  const isWanted = useDemonstration((demonstration) => demonstration.isWanted);
  return (
    <>
      <div ref={stage} className={styles.stage}>
        <GridCanvas model={demonstrationModel} />
      </div>
      <div className={styles.controls}>
        <button type="button" onClick={() => setWanted(!isWanted)}>
          <Icon name={isWanted ? "pause" : "run"} />
          {isWanted ? home.pause : home.run}
        </button>
        <Clock />
        <a
          href={`?lab${SHOWN}`}
          onFocus={pointAtRun}
          onPointerDown={pointAtRun}
          onContextMenu={pointAtRun}
          onClick={pointAtRun}
        >
          {home.openThis}
        </a>
      </div>
      <Problem />
    </>
  );
}

/** Has the link lead to what is shown at this moment: to put that into every frame would cost far more. */
function pointAtRun({ currentTarget }: SyntheticEvent<HTMLAnchorElement>): void {
  const link = encodeLink(shownNow());
  if (link.ok) currentTarget.href = `?lab${link.value}`;
}

function Clock() {
  const clock = useLab(({ run }) => run.clock);
  const isResting = useDemonstration((demonstration) => demonstration.isResting);
  if (isResting) return <p className="quiet">{home.rests}</p>;
  const [episode, step] = [(clock?.episodes ?? 0) + 1, clock?.steps ?? 0].map((n) => n.toLocaleString("en"));
  return <p className={styles.clock}>{fill(home.clock, { episode, step })}</p>;
}

/** Why it cannot run, where it cannot. */
function Problem() {
  const says = useLab(({ notices }) => notices.findLast(({ kind }) => kind === "problem")?.says);
  return says === undefined ? null : <p role="alert">{says}</p>;
}
