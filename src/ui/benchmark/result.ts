import { benchmark as words } from "../../messages/benchmark";
import { fill } from "../../messages/section";
import type { BenchmarkMessage, DeviceFigure } from "../../engine/client-benchmark";
import type { BackendName, BackendReport } from "../../engine/protocol";

type Cost = Extract<BenchmarkMessage, { type: "cost" }>["cost"];

/** What was measured of a device, as it is saved. Times in ms, of an action in µs; rates a second. */
export interface DeviceResult {
  readonly figures: readonly DeviceFigure[];
  readonly backends: readonly { asked: BackendName; report: BackendReport }[];
  readonly costs: readonly (Pick<
    Cost,
    "title" | "updateMs" | "dispatches" | "readBacks" | "imagesPerSecond"
  > & {
    on: BackendName;
  })[];
}

export const NOTHING: DeviceResult = { figures: [], backends: [], costs: [] };

/** The result with what one more message tells. */
export function withMessage(result: DeviceResult, message: BenchmarkMessage): DeviceResult {
  switch (message.type) {
    case "figure":
      return { ...result, figures: [...result.figures, message.figure] };
    case "backend": {
      const { asked, report } = message;
      return { ...result, backends: [...result.backends, { asked, report }] };
    }
    case "cost": {
      const { title, updateMs, dispatches, readBacks, imagesPerSecond } = message.cost;
      const cost = { on: message.on, title, updateMs, dispatches, readBacks };
      const images = imagesPerSecond === undefined ? {} : { imagesPerSecond };
      return { ...result, costs: [...result.costs, { ...cost, ...images }] };
    }
    case "progress":
    case "done":
    case "failed":
      return result;
  }
}

/** One line of the table. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

/** Figures that belong together, under a heading. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

export function groupsOf(result: DeviceResult): Group[] {
  const onGpu = result.backends.find(({ report }) => report.name === "webgpu")?.report.adapter;
  const adapter =
    onGpu?.description || `${onGpu?.vendor ?? ""} ${onGpu?.architecture ?? ""}`.trim() || "WebGPU";
  return [
    { id: "tables", title: words.tables, rows: result.figures.map(figureRow) },
    { id: "wasm", title: words.onWasm, rows: costRows(result, "wasm") },
    { id: "webgpu", title: fill(words.onWebGpu, { adapter }), rows: costRows(result, "webgpu") },
  ].filter(({ rows }) => rows.length > 0);
}

function figureRow({ id, value }: DeviceFigure): Row {
  const [what, unit] = {
    "q-learning": [words.qLearning, words.updatesPerSecond],
    "value-iteration": [words.valueIteration, words.sweepsPerSecond],
    "cart-pole": [words.cartPole, words.stepsPerSecond],
    acting: [words.acting, words.microseconds],
  }[id] ?? [id, ""];
  return { id, what, value, unit };
}

function costRows({ costs }: DeviceResult, backend: BackendName): Row[] {
  return costs
    .filter(({ on }) => on === backend)
    .flatMap(({ title: network, updateMs, dispatches, imagesPerSecond }) => {
      const row = (part: string, what: string, value: number, unit: string): Row => ({
        id: `${backend} ${network} ${part}`,
        what: fill(what, { network }),
        value,
        unit,
      });
      return [
        row("update", words.update, updateMs.median, words.milliseconds),
        ...(imagesPerSecond === undefined
          ? []
          : [row("images", words.images, imagesPerSecond, words.imagesPerSecond)]),
        ...(backend === "webgpu" ? [row("programs", words.programs, dispatches, "")] : []),
      ];
    });
}

/** Why WebGPU was not measured; null if it was, or was not tried yet. */
export function whyNoWebGpu({ backends }: DeviceResult): string | null {
  const tried = backends.find(({ asked }) => asked === "webgpu");
  return tried && tried.report.name !== "webgpu" ? tried.report.reason : null;
}

/** The file that holds a result, with what browser and processor it is from. */
export function resultFile(
  result: DeviceResult,
  { userAgent, hardwareConcurrency }: Pick<Navigator, "userAgent" | "hardwareConcurrency">,
  version: string,
  when: Date,
): string {
  const file = {
    bellman: version,
    when: when.toISOString(),
    userAgent,
    cores: hardwareConcurrency,
    ...result,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
