import { csv } from "../../plots/export";
import type { TabularView } from "../../core/algo";
import type { MetricSeries } from "../../core/metric-series";

/** The table: one row a cell that is not a wall, counted from 1 as on the page; `rows` is the map. Numbers have all their digits. */
export function tableCsv(
  remarks: readonly string[],
  { Q, V, policy, visits }: TabularView,
  rows: readonly string[],
  actionNames: readonly string[],
): string {
  const columns = rows[0].length;
  const n = actionNames.length;
  const perAction = (prefix: string) => actionNames.map((name) => `${prefix}_${name}`);
  const header = [
    "row",
    "column",
    "V",
    ...perAction("Q"),
    ...perAction("policy"),
    ...(visits ? perAction("visits") : []),
  ];
  const of = (table: Float64Array, state: number) => [...table.subarray(state * n, state * n + n)];
  const isWall = (state: number) => rows[Math.floor(state / columns)][state % columns] === "#";
  const states = Array.from(V, (_, state) => state).filter((state) => !isWall(state));
  const lines = states.map((state) => [
    Math.floor(state / columns) + 1,
    (state % columns) + 1,
    V[state],
    ...of(Q, state),
    ...of(policy, state),
    ...(visits ? of(visits, state) : []),
  ]);
  return csv(header, lines, remarks);
}

/** The metrics, one row a point: the mean, least and greatest of the sweeps or episodes `from` … `to`. */
export function metricsCsv(remarks: readonly string[], series: ReadonlyMap<string, MetricSeries>): string {
  const rows = [...series].flatMap(([metric, { stride, mean, min, max }]) =>
    mean.map((value, i) => [metric, i * stride + 1, (i + 1) * stride, value, min[i], max[i]]),
  );
  return csv(["metric", "from", "to", "mean", "min", "max"], rows, remarks);
}
