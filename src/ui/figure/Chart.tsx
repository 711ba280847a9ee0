import { useEffect, useRef, useState } from "react";
import { charts as words } from "../../messages/charts";
import { plural } from "../../messages/plural";
import { fill } from "../../messages/section";
import { createLineChart, type ChartTable, type LineChart } from "../../plots/line-chart";
import { formatNumber } from "../../plots/number";
import { isMoving } from "../moving";
import { frames } from "../session";
import { useLab } from "../store";
import { chartData, chartOptions, windowOf } from "./chart-plan";
import { ChartExport } from "./ChartExport";
import { lastMean, type ChartDef, type LastMean } from "./series";
import { useGoal } from "./use-goal";
import { useThrottled } from "./use-throttled";
import styles from "./Charts.module.css";

const WHILE_RUNNING = 200; // ms between drawings
/** Episodes or updates whose mean is told as a number. */
const LAST = 100;

/** A chart of the run so far, drawn outside React; its numbers also as a table and as files. */
export function Chart({ chart }: { chart: ChartDef }) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<LineChart>(null);
  const [window, setWindow] = useState(() => windowOf(chart, frames.series));
  const goal = useGoal(chart.metrics[0].threshold === "goal");
  useEffect(() => {
    if (!host.current) return undefined;
    const lines = createLineChart(host.current, chartOptions(chart, window, goal));
    drawn.current = lines;
    let due = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      clearTimeout(timer);
      timer = undefined;
      due = performance.now() + WHILE_RUNNING;
      lines.update(chartData(chart, frames.series, frames.latest?.network?.test?.mean));
      setWindow(windowOf(chart, frames.series));
    };
    const drawSoon = () => {
      const wait = due - performance.now();
      if (wait <= 0 || !isMoving(frames.latest?.status)) draw();
      else timer ??= setTimeout(draw, wait);
    };
    draw();
    const stop = frames.subscribe(drawSoon);
    return () => {
      stop();
      clearTimeout(timer);
      lines.destroy();
    };
  }, [chart, window, goal]);
  return (
    <div className={styles.chart}>
      <div ref={host} className={styles.canvas} />
      <div className={styles.foot}>
        <ChartNote chart={chart} />
        <ChartExport
          chart={chart}
          svg={() => drawn.current?.toSvg() ?? ""}
          table={() => drawn.current?.table() ?? NO_TABLE}
        />
      </div>
    </div>
  );
}

const NO_TABLE: ChartTable = { columns: [], rows: [] };

/** How much one run can say. Sweeps are exact; their lines are named in the chart. */
function ChartNote({ chart }: { chart: ChartDef }) {
  const seed = useLab((lab) => lab.base.seed);
  const run = useLab((lab) => lab.run);
  const last = useThrottled(
    () => {
      const own = frames.series.get(chart.id);
      return own ? lastMean(own, LAST) : null;
    },
    [run],
    WHILE_RUNNING,
  );
  if (chart.per === "sweep") return <p className="quiet">{words.exact}</p>;
  return (
    <p className="quiet">
      {fill(words.oneRun, { seed })} {last && lastText(last, chart.per)}
    </p>
  );
}

/** “Last 100 episodes: mean −52.3.”: short, so that the line has room for the exports too. */
function lastText({ mean, count, about }: LastMean, per: "episode" | "update"): string {
  const number = formatNumber(mean);
  const value = about ? fill(words.about, { value: number }) : number;
  return per === "episode"
    ? fill(plural(count, words.lastEpisode, words.lastEpisodes), { count, value })
    : fill(plural(count, words.lastUpdate, words.lastUpdates), { count, value });
}
