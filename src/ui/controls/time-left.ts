import { outcome as words } from "../../messages/outcome";
import { fill } from "../../messages/section";

/** Below this much time, in s, there is nothing to tell; and until so much has passed there is nothing to go by. */
const SOON = 3;
const FIRST = 1;

/** “about 20 s left”, from the share done in `elapsed` seconds; empty where little is left or too little is known. */
export function timeLeft(progress: number, elapsed: number): string {
  if (elapsed < FIRST || progress <= 0) return "";
  const left = (elapsed * (1 - progress)) / progress;
  if (left < SOON) return "";
  if (left < 90)
    return fill(words.secondsLeft, { count: left < 20 ? Math.round(left) : Math.round(left / 10) * 10 });
  return fill(words.minutesLeft, { count: Math.round(left / 60) });
}
