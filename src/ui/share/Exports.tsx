import { algoSpec } from "../../algos";
import type { Scenario } from "../../core/scenario";
import { envSpec } from "../../envs";
import { svgToPng } from "../../plots/export";
import { toJson } from "../../scenario/schema";
import { figureSvg } from "../figure/export";
import { frames, notify } from "../session";
import { metricsCsv, tableCsv } from "./tables";
import { fileName, saveFile, saveText } from "./files";
import styles from "./Share.module.css";

/** Pixels that a unit of the drawing gets in a PNG: enough for slides and print. */
const PIXELS = 2;

/** The figure as a picture, the numbers as tables. */
export function Exports({ scenario }: { scenario: Scenario }) {
  return (
    <section className={styles.part}>
      <h3>Export as</h3>
      <div className={styles.row}>
        <button type="button" onClick={() => void savePng(scenario)}>
          PNG of the figure
        </button>
        <button type="button" onClick={() => saveSvg(scenario)}>
          SVG of the figure
        </button>
        <button type="button" onClick={() => saveTable(scenario)}>
          CSV of the table
        </button>
        <button type="button" onClick={() => saveMetrics(scenario)}>
          CSV of the metrics
        </button>
      </div>
    </section>
  );
}

async function savePng(scenario: Scenario): Promise<void> {
  const svg = figureSvg();
  if (svg === null) return nothingYet("picture");
  try {
    saveFile(fileName(scenario, "png"), await svgToPng(svg, PIXELS));
  } catch {
    notify({ kind: "problem", says: "This browser could not draw the PNG. Save the SVG instead." });
  }
}

function saveSvg(scenario: Scenario): void {
  const svg = figureSvg();
  if (svg === null) nothingYet("picture");
  else saveText(fileName(scenario, "svg"), "image/svg+xml", svg);
}

function saveTable(scenario: Scenario): void {
  const view = frames.latest?.view;
  const rows = scenario.env.params.rows as string[];
  const actions = envSpec(scenario.env.id)?.actionNames;
  if (!view || !actions) nothingYet("table");
  else saveText(fileName(scenario, "csv"), "text/csv", tableCsv(remarks(scenario), view, rows, actions));
}

function saveMetrics(scenario: Scenario): void {
  if (frames.series.size === 0) nothingYet("metric");
  else saveText(fileName(scenario, "metrics.csv"), "text/csv", metricsCsv(remarks(scenario), frames.series));
}

/** What produced the numbers: enough to make them again. */
function remarks(scenario: Scenario): string[] {
  return [
    `Bellman ${String(import.meta.env.APP_VERSION)}, ${algoSpec(scenario.algo.id)?.title ?? scenario.algo.id}`,
    `scenario ${JSON.stringify(toJson(scenario))}`,
  ];
}

function nothingYet(what: string): void {
  notify({ kind: "problem", says: `There is no ${what} to save yet. Run a step first.` });
}
