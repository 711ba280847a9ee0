import { useCallback, useEffect, useRef, useState } from "react";
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
import { memoryCaption } from "./captions";
import { nextStateText } from "./transition";
import { useWorld } from "./world";
import styles from "../../pictures/pictures.module.css";

const FIELDS = [
  { id: "age", label: "age" },
  { id: "reward", label: "reward" },
  { id: "ends", label: "ends of episodes" },
] as const;

/** The replay memory: what is in it, and what the last minibatch drew. */
export function MemoryPanel() {
  useLook({ memory: true });
  const size = useSights(({ memory }) => memory?.size ?? 0);
  if (size === 0) {
    return (
      <Empty>
        Here the replay memory will fill up. Press <b>Run</b> or <b>Step</b>: every step of the agent is
        stored as (s, a, r, s′); after the warm-up each gradient step draws a minibatch from it.
      </Empty>
    );
  }
  return <Memory />;
}

function Memory() {
  const { actions, dimensions } = useWorld();
  const [field, setField] = useState<MemoryField>("age");
  const caption = useSights(({ memory }) => (memory ? memoryCaption(memory) : ""));
  const rows = useSights(({ memory }) => memory?.batch.length ?? 0);
  const row = shownRow(useChosenRow(), rows);
  const plot = useRef<MemoryStrip>(null);
  const create = useCallback(
    (host: HTMLElement) =>
      (plot.current = createMemoryStrip(host, {
        actions,
        symbols: dimensions.map(({ symbol }) => symbol),
        onPick: chooseRow,
      })),
    [actions, dimensions],
  );
  useEffect(() => plot.current?.show(field), [create, field]);
  useEffect(() => plot.current?.pick(row), [create, row, rows]);
  return (
    <div className={styles.panel}>
      <div className={styles.controls}>
        <Choice label="Colours show" options={FIELDS} value={field} onChange={setField} />
        {rows > 0 && (
          <Labelled text="Transition">
            <RowPicker of="transitions of the minibatch" row={row} rows={rows} onChoose={chooseRow} />
          </Labelled>
        )}
      </div>
      <Picture name="Replay memory" create={create} read={() => useSights.getState().memory ?? null}>
        {rows > 0 && <NextState row={row} />}
        <p className={styles.caption}>{caption}</p>
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
