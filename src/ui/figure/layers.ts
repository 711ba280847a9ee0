import type { AlgoSpec } from "../../core/algo";
import type { Scenario } from "../../core/scenario";
import { algoSpec } from "../../algos";
import { GRID_LAYERS, type GridLayer } from "../../envs/grid-world/figure/layers";

const ALWAYS: readonly GridLayer[] = ["rewards", "wind"];

/** The algorithm that keeps its states in a queue. */
const QUEUES = "prioritized-sweeping";

/** Sides up to which a cell has room for the numbers of four triangles; their best ones stand for arrows. */
const ROOM_FOR_TRIANGLES = 8;

/** The layers that are on where the scenario does not say. */
function defaultLayers(
  { id, family }: Pick<AlgoSpec<unknown>, "id" | "family">,
  rows: readonly string[],
): GridLayer[] {
  const triangles = !id.startsWith("policy") && Math.max(rows.length, rows[0].length) <= ROOM_FOR_TRIANGLES;
  const shown: GridLayer[] = triangles ? ["values", "q", ...ALWAYS] : ["values", "arrows", ...ALWAYS];
  if (family === "learning") shown.push("agent");
  if (id.includes("lambda")) shown.push("traces");
  if (id === QUEUES) shown.push("queue");
  return shown;
}

/** The layers of the figure that are on. */
export function layersOf({ view, algo, env }: Scenario): ReadonlySet<GridLayer> {
  const spec = algoSpec(algo.id);
  const chosen = view?.layers ?? (spec ? defaultLayers(spec, env.params.rows as string[]) : []);
  return new Set(GRID_LAYERS.map(({ id }) => id).filter((id) => chosen.includes(id)));
}

/** The layers that an algorithm has something to show on. */
export function layersFor({ algo, env }: Scenario): readonly (typeof GRID_LAYERS)[number][] {
  const learning = algoSpec(algo.id)?.family === "learning";
  const windy = (env.params.wind as readonly number[] | undefined)?.some((n) => n !== 0);
  const missing: GridLayer[] = [];
  if (!learning) missing.push("visits", "agent");
  if (!algo.id.includes("lambda")) missing.push("traces");
  if (algo.id !== QUEUES) missing.push("queue");
  if (!windy) missing.push("wind");
  return GRID_LAYERS.filter(({ id }) => !missing.includes(id));
}
