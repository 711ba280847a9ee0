import { useCallback, useEffect, useRef, useState } from "react";
import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { fill } from "../../../messages/section";
import { createMemoryStrip, type MemoryField, type MemoryStrip } from "../../../plots/memory-strip";
import { chooseRow, useChosenRow } from "../../figure/chosen-row";
import { Choice } from "../../figure/Choice";
import { shownRow } from "../../figure/network-equation";
import { RowPicker } from "../../figure/RowPicker";
import { useFromFrames } from "../../figure/use-from-frames";
import { Empty } from "../../pictures/Empty";
import { Labelled } from "../../pictures/Labelled";
import { Picture } from "../../pictures/Picture";
import { useLook, useSights } from "../../pictures/sights";
import { useLab } from "../../store";
import { memoryCaption } from "./captions";
import { nextStateText } from "./transition";
import { useWorld } from "./world";
import styles from "../../pictures/pictures.module.css";

const FIELDS = ["age", "reward", "ends"] as const;

/** The replay memory: what is in it, and what the last minibatch drew. */
export function MemoryPanel() {
  useLook({ memory: true });
  const replay = useLab((lab) => lab.scenario.algo.params.replay !== false);
  const newest = useLab((lab) => Number(lab.scenario.algo.params.batchSize));
  const size = useSights(({ memory }) => (replay ? memory?.size : memory?.batch.length) ?? 0);
  if (size === 0 && !replay) {
    return <Empty text={fill(words.noNewest, { count: newest })} />;
  }
  if (size === 0) {
    return <Empty text={words.noMemory} />;
  }
  return <Memory replay={replay} />;
}

function Memory({ replay }: { replay: boolean }) {
  const { actions, dimensions } = useWorld();
  const [field, setField] = useState<MemoryField>("age");
  const drawn = useSights(({ memory }) => (memory ? memoryCaption(memory) : ""));
  const rows = useSights(({ memory }) => memory?.batch.length ?? 0);
  const row = shownRow(useChosenRow(), rows);
  const plot = useRef<MemoryStrip>(null);
  const create = useCallback(
    (host: HTMLElement) =>
      (plot.current = createMemoryStrip(host, {
        actions,
        symbols: dimensions.map(({ symbol }) => symbol),
        replay,
        onPick: chooseRow,
      })),
    [actions, dimensions, replay],
  );
  useEffect(() => plot.current?.show(field), [create, field]);
  useEffect(() => plot.current?.pick(row), [create, row, rows]);
  return (
    <div className={styles.panel}>
      <div className={styles.controls}>
        <Choice
          label={words.colours}
          options={FIELDS.map((id) => ({ id, label: words[id] }))}
          value={field}
          onChange={setField}
        />
        {rows > 0 && (
          <Labelled text={words.transition}>
            <RowPicker of="transition" row={row} rows={rows} onChoose={chooseRow} />
          </Labelled>
        )}
      </div>
      <Picture
        name={replay ? words.memory : words.newest}
        create={create}
        read={() => useSights.getState().memory ?? null}
      >
        {rows > 0 && <NextState row={row} />}
        <p className={styles.caption}>{replay ? drawn : words.newestCaption}</p>
      </Picture>
    </div>
  );
}

/** What the picked transition led to, which the equation panel computes its target from. */
function NextState({ row }: { row: number }) {
  const { dimensions } = useWorld();
  const explanation = useFromFrames((frame) => frame?.update ?? null);
  return <p className={styles.picked}>{nextStateText(explanation, row, dimensions)}</p>;
}
