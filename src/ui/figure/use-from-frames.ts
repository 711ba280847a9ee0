import { useEffect, useRef, useState } from "react";
import type { Frame } from "../../engine/protocol";
import { frames } from "../session";
import { useLab } from "../store";

const WHILE_MOVING = 200; // ms

/**
 * What `read` makes of the latest frame; null before a run's first one. Read at once when a run stands still, else at
 * most every 200 ms; the last frame always arrives.
 */
export function useFromFrames<T>(read: (frame: Frame | null) => T): T {
  const [held, setHeld] = useState(() => read(frames.latest));
  const reader = useRef(read);
  useEffect(() => {
    reader.current = read;
  });
  useEffect(() => {
    let due = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      clearTimeout(timer);
      timer = undefined;
      due = performance.now() + WHILE_MOVING;
      setHeld(() => reader.current(frames.latest));
    };
    const stopFrames = frames.subscribe(({ status }) => {
      const wait = due - performance.now();
      if (status === "paused" || status === "finished" || wait <= 0) show();
      else timer ??= setTimeout(show, wait);
    });
    // A new run begins without a frame.
    const stopLab = useLab.subscribe(({ base }, before) => {
      if (base !== before.base && !frames.latest) show();
    });
    show();
    return () => {
      stopFrames();
      stopLab();
      clearTimeout(timer);
    };
  }, []);
  return held;
}
