import type { GlimpsePicture, LocationPush } from "../../core/glimpse";
import { formatFixed } from "../../plots/number";

/** What the last update made of the places chosen on this image, or why there is nothing to see of it yet. */
export function pushText({ pushes, glimpses, planned }: GlimpsePicture): string {
  if (pushes && pushes.length > 0) {
    const [{ reward }] = pushes;
    const list = (read: (push: LocationPush) => string) => pushes.map(read).join(", ");
    const baselines = list(({ baseline }) => formatFixed(baseline, 2));
    const advantages = list(({ advantage }) => withSign(advantage));
    return (
      `${reward > 0 ? "Right" : "Wrong"}: R = ${formatFixed(reward, 0)}. After glimpse t = 1, 2 …: b = ${baselines}; ` +
      `A = ${advantages}. + pulls the mean towards the place drawn, − pushes it away.`
    );
  }
  if (planned < 2) return "With one glimpse there is no place to choose, and nothing to push.";
  if (glimpses.length < planned) {
    return "The update comes after the last glimpse; then arrows show which way each mean is pushed. Press Step.";
  }
  return "No place was pushed: the update is still to come, or the gaze is not learned.";
}

function withSign(value: number): string {
  const text = formatFixed(value, 2);
  return value > 0 ? `+${text}` : text;
}
