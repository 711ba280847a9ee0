import { useEffect, useRef, useState } from "react";
import { pictures as words } from "../../messages/pictures";
import { fill } from "../../messages/section";
import { csv, svgToPng, type CsvValue } from "../../plots/export";
import { formatExact } from "../../plots/number";
import type { Plot, PlotTable } from "../../plots/plot-frame";
import { isMoving } from "../moving";
import { notify } from "../notify";
import { frames } from "../session";
import { saveFile, saveText } from "../share/files";
import { useLab } from "../store";
import type { Source } from "./source";
import styles from "./pictures.module.css";

const PNG_SCALE = 2;
/** Rows of the table on the page; the CSV file has them all. */
const ROWS_SHOWN = 100;
const REFRESH_EVERY = 1000; // ms while the run goes on

interface Props {
  /** Names the files and the table. */
  name: string;
  plot: () => Pick<Plot<never>, "table" | "toSvg"> | null;
  /** Calls back when there may be new numbers. */
  source: Source;
}

/** A picture's numbers as a table, on demand, and as files. */
export function PictureFoot({ name, plot, source }: Props) {
  const [open, setOpen] = useState(false);
  const file = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const saveTable = () => {
    const { columns, rows } = plot()?.table() ?? NO_TABLE;
    const { algo, seed } = useLab.getState().base;
    const { clock } = useLab.getState().run;
    const when = fill(words.when, { name, algorithm: algo.id, seed, step: clock?.updates ?? 0 });
    saveText(`${file}.csv`, "text/csv", csv(columns, rows, [when]));
  };
  const svg = () => plot()?.toSvg() ?? "";
  const savePng = () => {
    svgToPng(svg(), PNG_SCALE).then(
      (blob) => saveFile(`${file}.png`, blob),
      () => notify({ kind: "problem", says: words.noPng }),
    );
  };
  return (
    <div className={styles.foot} data-tool="">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.table}</summary>
        {open && <Numbers name={name} read={() => plot()?.table() ?? NO_TABLE} source={source} />}
      </details>
      <div className={styles.files} role="group" aria-label={fill(words.save, { name })}>
        <button type="button" onClick={saveTable}>
          CSV
        </button>
        <button type="button" onClick={savePng}>
          PNG
        </button>
        <button type="button" onClick={() => saveText(`${file}.svg`, "image/svg+xml", svg())}>
          SVG
        </button>
      </div>
    </div>
  );
}

const NO_TABLE: PlotTable = { columns: [], rows: [] };

/** The table as it is now: read again with every new picture, while the run goes on once a second. */
function Numbers({ name, read, source }: { name: string; read: () => PlotTable; source: Source }) {
  const [{ columns, rows }, setTable] = useState(read);
  const box = useRef<HTMLDivElement>(null);
  const reader = useRef(read);
  useEffect(() => {
    reader.current = read;
  });
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" }); // newer browsers return a promise, which is no clean-up
  }, []);
  useEffect(() => {
    let due = 0;
    return source.subscribe(() => {
      const now = performance.now();
      if (isMoving(frames.latest?.status) && now < due) return;
      due = now + REFRESH_EVERY;
      // Once the picture has been drawn.
      queueMicrotask(() => setTable(reader.current()));
    });
  }, [source]);
  const title = fill(words.tableOf, { name });
  if (rows.length === 0) return <p className="quiet">{words.noNumbers}</p>;
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className={styles.table} tabIndex={0} role="group" aria-label={title}>
      <table className="numbers">
        <caption>
          {rows.length > ROWS_SHOWN
            ? fill(words.firstRows, { name, shown: ROWS_SHOWN, count: rows.length })
            : name}
        </caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map((row, i) => (
            <tr key={i}>
              {row.map((value, j) => (
                <td key={j}>{cellText(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellText(value: CsvValue): string {
  if (value === null) return "";
  return typeof value === "number" ? formatExact(value) : value;
}
