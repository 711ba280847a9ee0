import { glimpseOwn as words } from "../../../messages/glimpse-own";
import { fill } from "../../../messages/section";
import { hasFailed, preparing } from "../../controls/preparing";
import { reset } from "../../session";
import { useLab } from "../../store";
import { isBlank } from "./own-image";
import { useOwn, type OwnLab } from "./own-lab";
import own from "./own.module.css";

/** What to do next, or what there is to wait for; and, for screen readers, what came of the last thing done. */
export function Status() {
  const waits = useLab(preparing);
  const failed = useLab(({ run }) => hasFailed(run));
  const advice = useOwn(adviceOn);
  const says = useOwn((lab) => lab.says);
  return (
    <div className={own.status}>
      {failed ? (
        <p>
          {words.noNetwork}{" "}
          <button type="button" className="primary" onClick={reset}>
            {words.tryAgain}
          </button>
        </p>
      ) : (
        <p>{waits || advice}</p>
      )}
      <p className="aloud" role="status">
        {says}
      </p>
    </div>
  );
}

/** The next thing to do in this mode. */
export function adviceOn({ mode, image, places, goOn, world }: OwnLab): string {
  if (isBlank(image)) return mode === "draw" ? words.drawFirst : words.blank;
  if (mode === "draw") return words.drawOn;
  if (mode === "move") return words.moveOn;
  if (goOn) return fill(words.placedSome, { count: places.length });
  const count = world.glimpses;
  if (places.length >= count) return fill(words.placedAll, { count });
  return fill(words.placeNext, { number: places.length + 1, count });
}
