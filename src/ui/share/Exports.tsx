import { useId, useState, useSyncExternalStore } from "react";
import { algoSpec } from "../../algos";
import { pythonScript, scriptName } from "../../code/python/script";
import type { Scenario } from "../../core/scenario";
import { envSpec } from "../../envs";
import { code as codeWords } from "../../messages/code";
import { exporting as words } from "../../messages/exporting";
import { svgToPng } from "../../plots/export";
import { toJson } from "../../scenario/schema";
import { figureSvg } from "../figure/export";
import { titleOf } from "../preset-of";
import { frames } from "../session";
import { useLab } from "../store";
import { metricsCsv, tableCsv } from "./tables";
import { fileName, saveFile, saveText } from "./files";
import styles from "./Share.module.css";

/** Pixels that a unit of the drawing gets in a PNG: enough for slides and print. */
const PIXELS = 2;

/** What was wrong, as a sentence for the user; nothing where a file was saved. */
type Saved = string | undefined;

interface Kind {
  label: "png" | "svg" | "table";
  save(scenario: Scenario): Saved | Promise<Saved>;
}

const FIGURE: readonly Kind[] = [
  { label: "png", save: savePng },
  { label: "svg", save: saveSvg },
];
const TABLE: Kind = { label: "table", save: saveTable };

/** Networks have no table. */
function kindsFor({ algo }: Scenario): readonly Kind[] {
  return algoSpec(algo.id)?.network ? FIGURE : [...FIGURE, TABLE];
}

const hasMetrics = () => [...frames.series.values()].some(({ mean }) => mean.length > 0);

/** The figure as a picture, the numbers as tables. */
export function Exports({ scenario }: { scenario: Scenario }) {
  const [says, setSays] = useState("");
  const measured = useSyncExternalStore((changed) => frames.subscribe(changed), hasMetrics);
  const why = useId();
  return (
    <section className={styles.part}>
      <h3>{words.heading}</h3>
      <div className={styles.row}>
        {kindsFor(scenario).map(({ label, save }) => (
          <button
            key={label}
            type="button"
            onClick={() => void Promise.resolve(save(scenario)).then((wrong) => setSays(wrong ?? ""))}
          >
            {words[label]}
          </button>
        ))}
        <button
          type="button"
          disabled={!measured}
          aria-describedby={measured ? undefined : why}
          onClick={() => saveMetrics(scenario)}
        >
          {words.metrics}
        </button>
        <button type="button" onClick={saveScript}>
          {codeWords.script}
        </button>
        {!measured && (
          <span className="quiet" id={why}>
            {words.noMetrics}
          </span>
        )}
      </div>
      <p role="status">{says}</p>
    </section>
  );
}

async function savePng(scenario: Scenario): Promise<Saved> {
  const svg = await figureSvg();
  if (svg === null) return words.noPicture;
  try {
    saveFile(fileName(scenario, "png"), await svgToPng(svg, PIXELS));
    return undefined;
  } catch {
    return words.noPng;
  }
}

async function saveSvg(scenario: Scenario): Promise<Saved> {
  const svg = await figureSvg();
  if (svg === null) return words.noPicture;
  saveText(fileName(scenario, "svg"), "image/svg+xml", svg);
  return undefined;
}

function saveTable(scenario: Scenario): Saved {
  const view = frames.latest?.view;
  const actions = envSpec(scenario.env.id)?.actionNames;
  if (!view || !actions) return words.noTable;
  const rows = scenario.env.params.rows as string[];
  saveText(fileName(scenario, "csv"), "text/csv", tableCsv(remarks(scenario), view, rows, actions));
  return undefined;
}

function saveMetrics(scenario: Scenario): void {
  saveText(fileName(scenario, "metrics.csv"), "text/csv", metricsCsv(remarks(scenario), frames.series));
}

/** With the parameters as they are now. */
function saveScript(): void {
  const { scenario } = useLab.getState();
  const text = pythonScript(scenario, titleOf(scenario) ?? codeWords.ownWorld);
  saveText(scriptName(scenario), "text/x-python", text);
}

/** What produced the numbers: enough to make them again. */
function remarks(scenario: Scenario): string[] {
  return [
    `Bellman ${String(import.meta.env.APP_VERSION)}, ${algoSpec(scenario.algo.id)?.title ?? scenario.algo.id}`,
    `scenario ${JSON.stringify(toJson(scenario))}`,
  ];
}
