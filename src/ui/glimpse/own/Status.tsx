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
          There is no network to ask: the run could not be started, and a message says why. You can draw all
          the same.{" "}
          <button type="button" className="primary" onClick={reset}>
            Try again
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
  if (isBlank(image)) {
    return mode === "draw"
      ? "Draw a digit on the black square, or take one of the test digits: the network looks at it while you draw."
      : "There is nothing on the image yet. Draw a digit, or take a test digit.";
  }
  if (mode === "draw") return "Draw on: the network looks again at every change.";
  if (mode === "move") return "Drag the digit, or use the arrow keys, and see where the network looks.";
  if (goOn) return `You placed ${places.length}, the policy the rest.`;
  if (places.length >= world.glimpses) return `All ${world.glimpses} glimpses are placed.`;
  return `Click where glimpse ${places.length + 1} of ${world.glimpses} shall be, or use the arrow keys and Enter.`;
}
