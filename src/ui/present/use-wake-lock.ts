import { useEffect } from "react";

/** Keeps the screen from going dark, where the browser can. It gives the lock up whenever the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let stopped = false;
    const take = () => {
      if (document.hidden) return;
      navigator.wakeLock?.request("screen").then(
        (taken) => {
          if (stopped) void taken.release();
          else lock = taken;
        },
        () => {}, // refused: the power is low, or the page is in a frame
      );
    };
    take();
    document.addEventListener("visibilitychange", take);
    return () => {
      stopped = true;
      document.removeEventListener("visibilitychange", take);
      void lock?.release();
    };
  }, []);
}
