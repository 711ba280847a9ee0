import { useEffect, useRef, useState } from "react";
import { benchmark as measureDevice } from "../../engine/client-benchmark";
import { benchmark as words } from "../../messages/benchmark";
import { fill } from "../../messages/section";
import { formatRate } from "./format-rate";
import { Dialog } from "../Dialog";
import { isMoving } from "../moving";
import { pause } from "../session";
import { saveText } from "../share/files";
import { useLab } from "../store";
import sheet from "../Sheet.module.css";
import reference from "./reference.json";
import { groupsOf, NOTHING, resultFile, whyNoWebGpu, withMessage, type DeviceResult } from "./result";
import styles from "./benchmark.module.css";

type Stage = "before" | "measuring" | "cancelled" | "done" | { readonly failed: string };

/** Measures this device, and shows it beside one that was measured before. */
export default function Benchmark() {
  const [result, setResult] = useState<DeviceResult>(NOTHING);
  const [stage, setStage] = useState<Stage>("before");
  const [share, setShare] = useState(0);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const begin = () => {
    if (isMoving(useLab.getState().run.status)) pause(); // two at once would measure each other
    setResult(NOTHING);
    setShare(0);
    setStage("measuring");
    stop.current = measureDevice((message) => {
      if (message.type === "progress") setShare(message.share);
      else if (message.type === "done") setStage("done");
      else if (message.type === "failed") setStage({ failed: message.says });
      else setResult((before) => withMessage(before, message));
    });
  };
  const cancel = () => {
    stop.current?.();
    setStage("cancelled");
  };
  const save = () =>
    saveText(
      "bellman-benchmark.json",
      "application/json",
      resultFile(result, navigator, String(import.meta.env.APP_VERSION), new Date()),
    );
  const why = whyNoWebGpu(result);
  return (
    <Dialog title={words.title} wide>
      <section className={sheet.section}>
        <p>{words.what}</p>
        <div className={styles.buttons}>
          {stage === "measuring" ? (
            <button type="button" onClick={cancel}>
              {words.cancel}
            </button>
          ) : (
            <button type="button" className="primary" onClick={begin}>
              {stage === "before" ? words.begin : words.again}
            </button>
          )}
          {stage !== "measuring" && result !== NOTHING && (
            <button type="button" onClick={save}>
              {words.save}
            </button>
          )}
          {stage === "measuring" && <progress value={share} max={1} aria-label={words.title} />}
        </div>
        <p role="status">{stageSays(stage, share)}</p>
      </section>
      {result !== NOTHING && <Table result={result} />}
      {why !== null && <p>{fill(words.webgpuMissing, { reason: why })}</p>}
      {result !== NOTHING && (
        <p className="quiet">
          {fill(words.referenceIs, { machine: reference.machine, when: reference.when })}
        </p>
      )}
    </Dialog>
  );
}

function stageSays(stage: Stage, share: number): string {
  if (typeof stage === "object") return fill(words.failed, { says: stage.failed });
  // Said in tens, or a screen reader would never come to an end.
  if (stage === "measuring") return fill(words.underWay, { percent: Math.floor(share * 10) * 10 });
  return { before: "", cancelled: words.cancelled, done: words.done }[stage];
}

function Table({ result }: { result: DeviceResult }) {
  const known = new Map<string, number>(Object.entries(reference.values));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.measured}</th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.reference}</th>
          </tr>
        </thead>
        {groupsOf(result).map(({ id: group, title, rows }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {title}
              </th>
            </tr>
            {rows.map(({ id, what, value, unit }) => {
              const other = known.get(id);
              return (
                <tr key={id}>
                  <th scope="row">{what}</th>
                  <td className="numbers">{formatRate(value, unit)}</td>
                  <td className="numbers">{other === undefined ? words.notHere : formatRate(other, unit)}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
