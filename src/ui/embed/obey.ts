import { algoSpec } from "../../algos";
import { fail, type Result } from "../../core/result";
import type { Scenario } from "../../core/scenario";
import { optimalityMetrics } from "../../core/optimality";
import { embed as words } from "../../messages/embed";
import { fill } from "../../messages/section";
import { parseScenarioText } from "../../scenario/schema";
import { hasDiverged } from "../controls/has-diverged";
import { placeIn } from "../lesson/address";
import { frames, open, pause, play, reset, step } from "../session";
import { useLab } from "../store";
import { postToHost } from "./channel";
import type { HostCommand, HostSeries } from "./messages";

/** Does what the page around asks for; what cannot be done is answered with a sentence. */
export async function obey(command: HostCommand): Promise<void> {
  const says = await tryTo(command);
  if (says !== undefined) postToHost({ type: "error", ...idOf(command), says });
}

/** Does it, or says why not. */
async function tryTo(command: HostCommand): Promise<string | undefined> {
  switch (command.type) {
    case "load": {
      const read = "link" in command ? await readLink(command.link) : readJson(command.scenario);
      if (!read.ok) return fill(words.notOpened, { why: read.error });
      open(read.value, "link");
      return undefined;
    }
    case "play":
      if (hasDiverged(useLab.getState())) return words.diverged;
      play();
      return undefined;
    case "pause":
      pause();
      return undefined;
    case "reset":
      reset();
      return undefined;
    case "step":
      return stepBy(command.granularity);
    case "read":
      tellMetrics(command);
      return undefined;
  }
}

async function readLink(link: string): Promise<Result<Scenario>> {
  const [, query = ""] = link.split("#")[0].split("?");
  if (placeIn(query)) return fail(words.ofLecture);
  try {
    return (await import("../../scenario/link")).decodeLink(link);
  } catch {
    return fail(words.notFetched);
  }
}

/** As text, whose size and depth are bounded before anything is built from it. */
function readJson(scenario: object): Result<Scenario> {
  try {
    return parseScenarioText(JSON.stringify(scenario));
  } catch {
    return fail(words.noJson); // it contains itself
  }
}

function stepBy(granularity: string | undefined): string | undefined {
  const { algo } = useLab.getState().scenario;
  const spec = algoSpec(algo.id);
  const known = spec?.granularities.map(({ id }) => id) ?? [];
  if (granularity === undefined) step();
  else if (known.includes(granularity)) step(granularity);
  else {
    return fill(words.noStep, {
      algorithm: spec?.title ?? algo.id,
      step: granularity,
      known: known.join(", "),
    });
  }
  return undefined;
}

function tellMetrics(command: HostCommand & { type: "read" }): void {
  const { run } = useLab.getState();
  const latest = Object.fromEntries(
    [...frames.series].flatMap(([name, { mean }]) =>
      mean.length > 0 ? [[name, mean[mean.length - 1]]] : [],
    ),
  );
  const series = command.series && { series: allSeries() };
  postToHost({ type: "metrics", ...idOf(command), clock: run.clock, latest, ...series });
}

/** All metrics of the run, as far as it has come, with what they are. */
function allSeries(): Record<string, HostSeries> {
  const { algo } = useLab.getState().scenario;
  const known = [...(algoSpec(algo.id)?.metrics ?? []), ...optimalityMetrics];
  return Object.fromEntries(
    [...frames.series].map(([name, { stride, mean, min, max }]) => {
      const { label = name, unit = "", per = "" } = known.find(({ id }) => id === name) ?? {};
      return [name, { label, unit, per, stride, mean, min, max }];
    }),
  );
}

function idOf({ id }: HostCommand): { id?: string } {
  return id === undefined ? {} : { id };
}
