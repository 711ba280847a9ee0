import type { GlimpsePicture, LocationPush } from "../../core/glimpse";
import { glimpse as words } from "../../messages/glimpse";
import { fill } from "../../messages/section";
import { formatFixed } from "../../plots/number";

/** What the last update made of the places chosen on this image, or why there is nothing to see of it yet. */
export function pushText({ pushes, glimpses, planned }: GlimpsePicture): string {
  if (pushes && pushes.length > 0) {
    const [{ reward }] = pushes;
    const list = (read: (push: LocationPush) => string) => pushes.map(read).join(", ");
    const baselines = list(({ baseline }) => formatFixed(baseline, 2));
    const advantages = list(({ advantage }) => withSign(advantage));
    const verdict = reward > 0 ? words.right : words.wrong;
    return fill(words.pushed, { verdict, reward: formatFixed(reward, 0), baselines, advantages });
  }
  if (planned < 2) return words.oneGlimpse;
  return glimpses.length < planned ? words.pushesToCome : words.noPush;
}

function withSign(value: number): string {
  const text = formatFixed(value, 2);
  return value > 0 ? `+${text}` : text;
}
