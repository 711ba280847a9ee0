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
import { useLab } from "../../store";
import { memoryCaption, NEWEST_CAPTION } from "./captions";
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
  const replay = useLab((lab) => lab.scenario.algo.params.replay !== false);
  const newest = useLab((lab) => Number(lab.scenario.algo.params.batchSize));
  const size = useSights(({ memory }) => (replay ? memory?.size : memory?.batch.length) ?? 0);
  if (size === 0 && !replay) {
    return (
      <Empty>
        Replay is off: every gradient step learns from the newest {newest} transitions as they came, (s, a, r,
        s′) each. After the warm-up they will show here. Press <b>Run</b> or <b>Step</b>.
      </Empty>
    );
  }
  if (size === 0) {
    return (
      <Empty>
        Here the replay memory will fill up. Press <b>Run</b> or <b>Step</b>: every step of the agent is
        stored as (s, a, r, s′); after the warm-up each gradient step draws a minibatch from it.
      </Empty>
    );
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
        <Choice label="Colours show" options={FIELDS} value={field} onChange={setField} />
        {rows > 0 && (
          <Labelled text="Transition">
            <RowPicker of="transitions of the minibatch" row={row} rows={rows} onChoose={chooseRow} />
          </Labelled>
        )}
      </div>
      <Picture
        name={replay ? "Replay memory" : "Newest transitions"}
        create={create}
        read={() => useSights.getState().memory ?? null}
      >
        {rows > 0 && <NextState row={row} />}
        <p className={styles.caption}>{replay ? drawn : NEWEST_CAPTION}</p>
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
