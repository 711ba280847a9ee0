import { useEffect, useRef, useState } from "react";

/**
 * The value of `compute`, computed when `inputs` change, but not more often than every `interval` ms; the last
 * change always arrives. 0: at once.
 */
export function useThrottled<T>(compute: () => T, inputs: readonly unknown[], interval: number): T {
  const [held, setHeld] = useState(compute);
  const latest = useRef(compute);
  const due = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const seen = useRef(inputs);
  useEffect(() => {
    latest.current = compute;
    if (seen.current.every((input, i) => input === inputs[i])) return;
    seen.current = inputs;
    const now = performance.now();
    clearTimeout(timer.current);
    const wait = interval === 0 ? 0 : Math.max(0, due.current - now);
    const show = () => {
      due.current = performance.now() + interval;
      setHeld(latest.current());
    };
    if (wait === 0) show();
    else timer.current = setTimeout(show, wait);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return held;
}
