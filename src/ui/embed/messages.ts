import type { Clock } from "../../core/algo";
import { fail, ok, type Result } from "../../core/result";
import type { Position } from "../../core/scenario";
import type { Status } from "../../engine/protocol";
import { embed as words } from "../../messages/embed";
import { fill } from "../../messages/section";
import { LIMITS } from "../../scenario/limits";
import { readRecord, readText } from "../../scenario/read";

/** The messages between a page and the lab in a frame of it (docs/embedding.md). A change that hosts notice is a new version. */
export const VERSION = 1;

/** What the page around asks for. `id` is given back in the answer. */
export type HostCommand = { id?: string } & (
  | { type: "load"; link: string }
  | { type: "load"; scenario: object }
  | { type: "play" | "pause" | "reset" }
  | { type: "step"; granularity?: string }
  | { type: "read"; series: boolean }
);

/** One metric of the run: a point for `stride` sweeps, episodes or updates each. */
export interface HostSeries {
  label: string;
  unit: string;
  per: string;
  stride: number;
  mean: readonly number[];
  min: readonly number[];
  max: readonly number[];
}

/** What the page around is told. */
export type HostEvent =
  | { type: "ready"; app: string }
  | { type: "height"; height: number }
  | {
      type: "state";
      title: string | null;
      status: Status;
      clock: Clock | null;
      position: Position;
      fingerprint: string | null;
    }
  | {
      type: "metrics";
      id?: string;
      clock: Clock | null;
      latest: Record<string, number>;
      series?: Record<string, HostSeries>;
    }
  | { type: "challenge"; challenge: string; passed: boolean; link?: string }
  | { type: "error"; id?: string; says: string };

/** The entries that each command may have beside `bellman`, `type` and `id`. */
const ENTRIES = {
  load: ["link", "scenario"],
  play: [],
  pause: [],
  reset: [],
  step: ["granularity"],
  read: ["series"],
} as const satisfies Record<HostCommand["type"], readonly string[]>;

const isCommand = (type: unknown): type is keyof typeof ENTRIES =>
  typeof type === "string" && Object.hasOwn(ENTRIES, type);

/** Reads a message of the page around; whatever is wrong with it is a sentence. Never throws. */
export function readCommand(raw: unknown): Result<HostCommand> {
  if (typeof raw !== "object" || raw === null || !("bellman" in raw) || !("type" in raw)) {
    return fail(words.notMessage);
  }
  const { bellman, type } = raw;
  if (bellman !== VERSION) return fail(fill(words.otherVersion, { version: shown(bellman) }));
  if (!isCommand(type)) {
    return fail(fill(words.noCommand, { type: shown(type), known: Object.keys(ENTRIES).join(", ") }));
  }
  const read = readRecord<string>(raw, `“${type}”`, ["bellman", "type", "id", ...ENTRIES[type]]);
  if (!read.ok) return read;
  const { id, link, scenario, granularity, series } = read.value;
  const texts = [
    id === undefined ? ok("") : readText(id, "“id”", LIMITS.name),
    link === undefined ? ok("") : readText(link, "“link”", 2 * LIMITS.link),
    granularity === undefined ? ok("") : readText(granularity, "“granularity”", LIMITS.name),
  ];
  for (const text of texts) if (!text.ok) return text;
  const common = typeof id === "string" ? { id } : {};
  switch (type) {
    case "load":
      if ((link === undefined) === (scenario === undefined)) return fail(words.oneOfTwo);
      if (typeof link === "string") return ok({ ...common, type, link });
      return typeof scenario === "object" && scenario !== null
        ? ok({ ...common, type, scenario })
        : fail(words.oneOfTwo);
    case "step":
      return ok({ ...common, type, ...(typeof granularity === "string" && { granularity }) });
    case "read":
      return series === undefined || typeof series === "boolean"
        ? ok({ ...common, type, series: series ?? false })
        : fail(words.seriesIsFlag);
    case "play":
    case "pause":
    case "reset":
      return ok({ ...common, type });
  }
}

/** What something is, shortly, in a sentence. */
function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 40) : typeof value;
}
