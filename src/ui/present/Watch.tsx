import { useEffect, useState } from "react";
import { present as words } from "../../messages/present";
import { perTab } from "../storage/safe-storage";
import { elapsed, readTimer, timeText, toggled, type Timer } from "./timer";
import styles from "./speaker.module.css";

const KEY = "bellman.present.timer";

/** How long the talk has lasted, and the time of day. It runs from when the window was first opened. */
export function Watch() {
  const [now, setNow] = useState(Date.now);
  const [timer, setTimer] = useState<Timer>(
    () => readTimer(perTab.read(KEY)) ?? { since: Date.now(), before: 0 },
  );
  useEffect(() => {
    perTab.write(KEY, JSON.stringify(timer));
  }, [timer]);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, []);
  const turn = () => {
    setNow(Date.now());
    setTimer(toggled(timer, Date.now()));
  };
  return (
    <div className={styles.watch}>
      <p className="numbers" role="timer" aria-label={words.talk}>
        {timeText(elapsed(timer, now))}
      </p>
      <button type="button" onClick={turn}>
        {timer.since === null ? words.start : words.pause}
      </button>
      <button type="button" onClick={() => setTimer({ since: timer.since && Date.now(), before: 0 })}>
        {words.restart}
      </button>
      <p className="numbers" aria-label={words.clock}>
        {new Date(now).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
      </p>
    </div>
  );
}
