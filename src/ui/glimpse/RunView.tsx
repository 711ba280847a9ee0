import { useCallback, useEffect, useRef, useState } from "react";
import { glimpse as words } from "../../messages/glimpse";
import { fill } from "../../messages/section";
import { createGlimpseImage, type GlimpseImage } from "../../plots/glimpse-image";
import { createGlimpseSteps } from "../../plots/glimpse-steps";
import { answerText, glimpseSentence } from "../../plots/glimpse-words";
import { createHiddenStrip } from "../../plots/hidden-strip";
import { chooseRow, useChosenRow } from "../figure/chosen-row";
import { shownRow } from "../figure/network-equation";
import { RowPicker } from "../figure/RowPicker";
import { isMoving } from "../moving";
import { Labelled } from "../pictures/Labelled";
import { Picture } from "../pictures/Picture";
import { useLook, useSights } from "../pictures/sights";
import { Waiting } from "../pictures/Waiting";
import { useLab } from "../store";
import { pushText } from "./words";
import { worldOf } from "./world";
import styles from "./glimpse.module.css";
import pictures from "../pictures/pictures.module.css";

const read = () => useSights.getState().glimpses ?? null;

/** One of the images that the run is looking at: where, what it saw, and what it makes of that. */
export function RunView() {
  const rows = useLab((lab) => worldOf(lab.scenario).batchSize);
  const row = shownRow(useChosenRow(), rows);
  const [pushes, setPushes] = useState(false);
  useLook({ glimpses: row });
  const some = useSights(({ glimpses }) => Boolean(glimpses));
  return (
    <div className={pictures.panel}>
      <div className={pictures.controls}>
        <Labelled text={words.image}>
          <RowPicker of="image" row={row} rows={rows} onChoose={chooseRow} />
        </Labelled>
        <label className={styles.check}>
          <input type="checkbox" checked={pushes} onChange={(event) => setPushes(event.target.checked)} />
          {words.showPushes}
        </label>
      </div>
      {some && (
        <div className={styles.beside}>
          <div className={styles.column}>
            <Image pushes={pushes} />
          </div>
          <div className={styles.column}>
            <Picture name={words.glimpses} create={createGlimpseSteps} read={read} />
            <Picture name={words.hidden} create={createHiddenStrip} read={read} room="low" />
          </div>
        </div>
      )}
      <NewestGlimpse />
      <Waiting />
    </div>
  );
}

function Image({ pushes }: { pushes: boolean }) {
  const plot = useRef<GlimpseImage>(null);
  const create = useCallback((host: HTMLElement) => (plot.current = createGlimpseImage(host)), []);
  const says = useSights(({ glimpses }) => (glimpses ? pushText(glimpses) : ""));
  useEffect(() => plot.current?.showPushes(pushes), [create, pushes]);
  return (
    <Picture name={words.image} create={create} read={read}>
      {pushes && <p className={pictures.caption}>{says}</p>}
    </Picture>
  );
}

/** For screen readers: the newest glimpse, while the run stands still. */
function NewestGlimpse() {
  const moving = useLab(({ run }) => isMoving(run.status));
  const says = useSights(({ glimpses: picture }) => {
    const newest = (picture?.glimpses.length ?? 0) - 1;
    if (!picture || newest < 0) return "";
    const sentence = glimpseSentence(picture, newest);
    const isLast = newest + 1 === picture.planned;
    return isLast ? fill(words.answered, { glimpse: sentence, answer: answerText(picture) }) : sentence;
  });
  return (
    <p className="aloud" role="status">
      {moving ? "" : says}
    </p>
  );
}
