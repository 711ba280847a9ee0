import { existsSync, readFileSync, statSync } from "node:fs";
import type { Gaze } from "../core/glimpse";
import { fail, ok, type Result } from "../core/result";
import type { Scenario, Stop } from "../core/scenario";
import { algoSpec } from "../algos";
import { decodeLink } from "../scenario/link";
import { presets } from "../scenario/presets";
import { LIMITS, parseScenarioText } from "../scenario/schema";
import { readArguments, USAGE, type Arguments } from "./arguments";
import { report, type Report } from "./report";
import { runToEnd } from "./run";
import { hasWeights, saveWeights, WEIGHTS } from "./save-weights";

/** MNIST's test set. */
const HELD_OUT = 10_000;

/** The command `npm run -s headless -- …`: exit code 0 with a report on stdout, or 2 with one line on stderr. */
async function main(words: string[]): Promise<void> {
  const read = readArguments(words);
  if (!read.ok) return refuse(read.error);
  if (read.value.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (read.value.list) {
    process.stdout.write(presets.map(({ id }) => `${id}\n`).join(""));
    return;
  }
  const prepared = prepare(read.value);
  if (!prepared.ok) return refuse(prepared.error);
  const { seeds, json } = read.value;
  for (const seed of seeds.length > 0 ? seeds : [prepared.value.seed]) {
    const answer = await answerFor({ ...prepared.value, seed }, read.value);
    process.stdout.write(json ? `${JSON.stringify(answer)}\n` : `${inWords(answer)}\n`);
  }
}

async function answerFor(
  scenario: Scenario,
  { backend, weights, evaluate, stop }: Pick<Arguments, "backend" | "weights" | "evaluate" | "stop">,
): Promise<Report> {
  const spec = algoSpec(scenario.algo.id);
  if (!spec) throw new Error(`There is no algorithm called “${scenario.algo.id}”.`);
  const finished = await runToEnd(scenario, {
    forced: backend,
    look: weights === undefined ? undefined : WEIGHTS,
    evaluate: evaluate ? { count: HELD_OUT, gaze: scenario.algo.params.gaze as Gaze } : undefined,
    stay: evaluate && stop === undefined,
  });
  if (weights !== undefined) saveWeights(weights, scenario, finished);
  return report(scenario, spec, finished);
}

function inWords({ scenario, seed, clock, result, outcome, fingerprint }: Report): string {
  const title = algoSpec((scenario as Scenario).algo.id)?.title;
  const { ticks, sweeps, episodes, steps, updates } = clock;
  const counts =
    "V" in result
      ? `${ticks} ticks, ${sweeps} sweeps, ${episodes} episodes, ${steps} steps`
      : `${steps} steps, ${episodes} episodes, ${updates} updates in ${result.wallSeconds.toFixed(1)} s on ` +
        `${result.backend}; ${tested(result)}`;
  return `${title}, seed ${seed}: ${counts}. ${outcome} Fingerprint ${fingerprint}. Add --json for everything.`;
}

function tested(result: Exclude<Report["result"], { V: unknown }>): string {
  if (!("testError" in result)) return `last greedy test ${result.greedyMean ?? "not made"}`;
  const { testError, n, glimpses, gaze } = result;
  return `${testError.toFixed(2)} % of ${n} held-out images wrong, ${glimpses} glimpses each, gaze ${gaze}`;
}

/** The scenario with the command line's wishes put in. */
function prepare({ source, stop, backend, weights, evaluate }: Arguments): Result<Scenario> {
  const found = find(source ?? "");
  if (!found.ok) return found;
  const scenario: Scenario = { ...found.value, ...(stop && { stop: stopOf(found.value, stop) }) };
  const planning = algoSpec(scenario.algo.id)?.family === "planning";
  const trains = algoSpec(scenario.algo.id)?.network !== undefined;
  if (stop?.solved && !trains) {
    return fail("Only a network is tested; leave --until-solved out for this scenario.");
  }
  if (backend && !trains) return fail("This scenario trains no network; leave --backend out.");
  if (weights !== undefined && !hasWeights(scenario)) {
    return fail("This scenario has no weights that can be saved; leave --save-weights out.");
  }
  if (evaluate && !classifies(scenario)) {
    return fail("This scenario classifies no images; leave --evaluate out.");
  }
  if (stop?.episodes && planning) return fail("Planning has no episodes; give it --sweeps N or --ticks N.");
  if (!planning && (stop?.converged || stop?.sweeps)) {
    return fail("Only planning has sweeps and converges; give a learner --episodes N or --ticks N.");
  }
  if (stop?.converged)
    scenario.algo = { ...scenario.algo, params: { ...scenario.algo.params, theta: 1e-12 } };
  const ends = planning || scenario.stop?.episodes || scenario.stop?.ticks;
  if (!ends)
    return fail(
      "This scenario has no stop condition that a learner comes to; add --episodes N or --ticks N.",
    );
  return ok(scenario);
}

/** A count that is asked for takes the place of the scenario's own; “until solved” alone is added to it. */
function stopOf(scenario: Scenario, asked: Stop): Stop {
  return Object.keys(asked).length === 1 && asked.solved ? { ...scenario.stop, solved: true } : asked;
}

function classifies({ algo }: Scenario): boolean {
  return algoSpec(algo.id)?.needs.includes("glimpse") ?? false;
}

function find(source: string): Result<Scenario> {
  if (source.includes("#")) return decodeLink(source);
  if (presets.some(({ id }) => id === source.split("?")[0])) return decodeLink(`#${source}`);
  if (!existsSync(source)) {
    return fail(
      `“${source.slice(0, 80)}” is neither a link, nor a file, nor a preset; --list prints the presets.`,
    );
  }
  try {
    if (statSync(source).size > LIMITS.file) return fail(`${source} is too large for a scenario.`);
    return parseScenarioText(readFileSync(source, "utf8"));
  } catch {
    return fail(`The file ${source} cannot be read.`);
  }
}

function refuse(why: string, exitCode = 2): void {
  process.stderr.write(`${why.replaceAll("\n", " ")}\n`);
  process.exitCode = exitCode;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  refuse(error instanceof Error ? error.message : String(error), 1);
});
