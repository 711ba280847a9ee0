import { cartPole as words } from "../../messages/cart-pole";
import { fill } from "../../messages/section";
import { helpHandlers } from "../controls/help";
import { setRate } from "../session";
import { useLab } from "../store";
import { realTimeOf } from "./real-time";

/** Between real time, to watch the cart, and as fast as possible, to train it. */
export function RealTime() {
  const realTime = useLab(realTimeOf);
  const rate = useLab((lab) => lab.rate);
  if (realTime === undefined) return null;
  const on = rate === realTime;
  return (
    <button
      type="button"
      aria-pressed={on}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => setRate(on ? Infinity : realTime)}
      {...helpHandlers(fill(words.realTimeHelp, { rate: Math.round(realTime) }))}
    >
      {words.realTime}
    </button>
  );
}
