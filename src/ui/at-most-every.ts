/** `act`, called at once but not more often than every `interval` ms; what was asked for last always happens. */
export function atMostEvery(interval: number, act: () => void): () => void {
  let due = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    timer = undefined;
    due = performance.now() + interval;
    act();
  };
  return () => {
    const wait = due - performance.now();
    if (wait <= 0 && timer === undefined) now();
    else timer ??= setTimeout(now, wait);
  };
}
