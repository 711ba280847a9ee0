import type { PointerEvent } from "react";
import { present as words } from "../../messages/present";
import { obey } from "./control";
import { tell, usePresent } from "./state";
import styles from "./speaker.module.css";

/** What the hall's window can be told. */
export function SpeakerTools() {
  const { blank, frozen, laser, code } = usePresent();
  return (
    <div className={styles.tools}>
      <button type="button" onClick={() => obey("previous")}>
        {words.back}
      </button>
      <button type="button" className="primary" onClick={() => obey("next")}>
        {words.on}
      </button>
      <button type="button" onClick={() => tell({ type: "press", press: "run-or-pause" })}>
        {words.runKey}
      </button>
      <button type="button" onClick={() => tell({ type: "press", press: "step" })}>
        {words.stepKey}
      </button>
      <button type="button" aria-pressed={blank} onClick={() => obey("blank")}>
        {words.blankKey}
      </button>
      <button type="button" aria-pressed={frozen} onClick={() => obey("freeze")}>
        {words.hold}
      </button>
      <button type="button" aria-pressed={code} onClick={() => obey("code")}>
        {words.codeKey}
      </button>
      <button type="button" aria-pressed={laser} onClick={() => obey("laser")}>
        {words.laserKey}
      </button>
      {laser && (
        <div className={styles.pad} onPointerMove={point}>
          {words.pad}
        </div>
      )}
    </div>
  );
}

/** The pad stands for the whole of the hall's window. */
function point(event: PointerEvent<HTMLElement>): void {
  const box = event.currentTarget.getBoundingClientRect();
  const part = (at: number, start: number, size: number) => Math.min(1, Math.max(0, (at - start) / size));
  tell({
    type: "dot",
    x: part(event.clientX, box.left, box.width),
    y: part(event.clientY, box.top, box.height),
  });
}
