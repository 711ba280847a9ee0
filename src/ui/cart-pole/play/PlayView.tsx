import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { cartPole as words } from "../../../messages/cart-pole";
import { showFigure } from "../../figure/figures";
import { useLab } from "../../store";
import { watchWorld } from "../shots";
import { Scoreboard } from "./Scoreboard";
import { resultText, scoreIn, useScores, withScore } from "./scores";
import { createStage, type Stage } from "./stage";
import styles from "./Play.module.css";

const SIDES: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

interface Props {
  /** Whether the arrow keys are the game's as soon as it is there. */
  takesFocus: boolean;
  /** Escape was pressed. */
  leave: () => void;
}

/** A cart-pole for the student to balance, in the agent's own world. */
export function PlayView({ takesFocus, leave }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage>(null);
  const [playing, setPlaying] = useState(false);
  const [slow, setSlow] = useState(false);
  const scores = useScores();
  const agent = useLab((lab) => lab.run.network?.test?.mean ?? null);

  useEffect(() => {
    if (!host.current) return undefined;
    const { scenario: first } = useLab.getState();
    scoreIn(first.env.params);
    const made = createStage(host.current, first, {
      onBegin: () => setPlaying(true),
      onLeave: () => setPlaying(false),
      onEnd(result) {
        setPlaying(false);
        useScores.setState((before) => withScore(before, result));
      },
    });
    stage.current = made;
    const stops = [
      showFigure(made),
      watchWorld((scenario) => {
        made.setWorld(scenario);
        scoreIn(scenario.env.params);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      made.destroy();
    };
  }, []);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  const keyDown = (event: KeyboardEvent) => {
    const side = SIDES[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (side !== undefined) {
      if (!event.repeat) stage.current?.press(event.key, side);
    } else if (event.key === "Escape") {
      stage.current?.leave();
      leave();
    } else if (event.key === " " && event.target === field.current) {
      stage.current?.begin();
    } else return;
    event.preventDefault();
  };
  return (
    // The arrow keys work wherever the focus is inside, the keys of buttons as ever.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.play}
      onKeyDown={keyDown}
      onKeyUp={(event) => stage.current?.release(event.key)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) stage.current?.letGo();
      }}
    >
      <div
        ref={field}
        className={styles.field}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={words.field}
      >
        <div ref={host} className={styles.cart} />
        {!playing && <p className={styles.hint}>{scores.last ? words.hintAgain : words.hint}</p>}
      </div>
      <PushButton side={-1} stage={stage} />
      <div className={styles.middle}>
        <Scoreboard />
        <label className={styles.slow}>
          <input
            type="checkbox"
            checked={slow}
            onChange={(event) => {
              setSlow(event.target.checked);
              stage.current?.setSlow(event.target.checked);
            }}
          />
          {words.slow}
        </label>
      </div>
      <PushButton side={1} stage={stage} />
      <p className={styles.rules}>{words.rules}</p>
      <p className="aloud" role="status">
        {playing ? "" : resultText(scores, agent)}
      </p>
    </div>
  );
}

/** For a finger; with the mouse and by Enter it works as well. */
function PushButton({ side, stage }: { side: -1 | 1; stage: React.RefObject<Stage | null> }) {
  const press = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true }); // the arrow keys are the game's
    stage.current?.press(`pointer ${event.pointerId}`, side);
  };
  const release = (event: PointerEvent) => stage.current?.release(`pointer ${event.pointerId}`);
  const byKey = (event: KeyboardEvent) => event.key === "Enter" || event.key === " ";
  return (
    <button
      type="button"
      className={styles.side}
      // Safari would take the focus from a button that is pressed, and with it what is held.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={press}
      onPointerUp={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (byKey(event) && !event.repeat) stage.current?.press(event.key, side);
      }}
    >
      {side < 0 ? words.left : words.right}
    </button>
  );
}
