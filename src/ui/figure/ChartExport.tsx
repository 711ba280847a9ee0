import { useState } from "react";
import { charts as words } from "../../messages/charts";
import { fill } from "../../messages/section";
import { csv, svgToPng } from "../../plots/export";
import { formatExact } from "../../plots/number";
import type { ChartTable } from "../../plots/line-chart";
import { notify } from "../notify";
import { saveFile, saveText } from "../share/files";
import { useLab } from "../store";
import type { ChartDef } from "./series";
import styles from "./Charts.module.css";

const PNG_SCALE = 2;
/** Rows of the table on the page; the CSV file has them all. */
const ROWS_SHOWN = 50;

interface Props {
  chart: ChartDef;
  svg: () => string;
  table: () => ChartTable;
}

/** Saves a chart as CSV, SVG or PNG, and shows its last points as a table. */
export function ChartExport({ chart, svg, table }: Props) {
  const [shown, setShown] = useState<ChartTable | null>(null);
  const saveTable = () => {
    const { columns, rows } = table();
    const { algo, seed } = useLab.getState().base;
    const when = fill(words.when, { name: chart.title, algorithm: algo.id, seed });
    saveText(`${chart.id}.csv`, "text/csv", csv(columns, rows, [when]));
  };
  const savePng = () => {
    svgToPng(svg(), PNG_SCALE).then(
      (blob) => saveFile(`${chart.id}.png`, blob),
      () => notify({ kind: "problem", says: words.noPng }),
    );
  };
  return (
    <div className={styles.export} data-tool="">
      <button type="button" onClick={saveTable}>
        CSV
      </button>
      <button type="button" onClick={savePng}>
        PNG
      </button>
      <button type="button" onClick={() => saveText(`${chart.id}.svg`, "image/svg+xml", svg())}>
        SVG
      </button>
      <button type="button" aria-expanded={shown !== null} onClick={() => setShown(shown ? null : table())}>
        {words.table}
      </button>
      {shown && <PointTable name={chart.title} table={shown} />}
    </div>
  );
}

function PointTable({ name, table }: { name: string; table: ChartTable }) {
  const rows = table.rows.slice(-ROWS_SHOWN);
  const count = table.rows.length;
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.table} tabIndex={0} role="region" aria-label={fill(words.tableOf, { name })}>
      <table className="numbers">
        <caption>
          {rows.length < count ? fill(words.lastPoints, { name, shown: ROWS_SHOWN, count }) : name}
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr key={row[0]}>
              {row.map((value, i) => (
                <td key={table.columns[i]}>{value === null ? "" : formatExact(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
