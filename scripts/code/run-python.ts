import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Scenario, Stop } from "../../src/core/scenario";
import { parseScenario } from "../../src/scenario/parse";
import { presetById } from "../../src/scenario/presets";
import { pythonScript } from "../../src/code/python/script";

const run = promisify(execFile);

/** A Python that has these modules; null, and a line that says so, where there is none. */
export function findPython(...modules: readonly string[]): string | null {
  const asked = ["python3", "/usr/bin/python3", "python"];
  const found = asked.find(
    (command) =>
      spawnSync(command, ["-c", `import ${modules.join(", ")}`], { timeout: 120_000 }).status === 0,
  );
  if (!found) process.stderr.write(`No Python with ${modules.join(", ")} here: its scripts are not run.\n`);
  return found ?? null;
}

/** Runs scripts one after the other in one process, and tells what they have left in `names`. */
const HARNESS = `
import contextlib, io, json, runpy, sys
names = sys.argv[1].split(",")
for path in sys.argv[2:]:
    with contextlib.redirect_stdout(io.StringIO()) as said:
        left = runpy.run_path(path, run_name="__main__")
    plain = lambda value: value.tolist() if hasattr(value, "tolist") else value
    print(json.dumps({**{name: plain(left.get(name)) for name in names}, "said": said.getvalue()}, default=plain))
`;

/** What a script has left behind in its variables, and what it said. */
export type Left = Readonly<Record<string, unknown>> & { readonly said: string };

/** Runs scripts, with these files beside them, and reads the variables `names` afterwards. */
export async function runScripts(
  python: string,
  scripts: readonly string[],
  names: readonly string[],
  beside: readonly string[] = [],
): Promise<Left[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "bellman-python-"));
  for (const file of beside) symlinkSync(path.resolve(file), path.join(folder, path.basename(file)));
  const files = scripts.map((text, i) => {
    const file = path.join(folder, `script-${i}.py`);
    writeFileSync(file, text);
    return file;
  });
  const { stdout } = await run(python, ["-c", HARNESS, names.join(","), ...files], {
    maxBuffer: 2 ** 26,
    env: { ...process.env, OMP_NUM_THREADS: "1" },
  });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Left);
}

interface Changed {
  readonly env?: Readonly<Record<string, unknown>>;
  /** Another algorithm has its defaults. */
  readonly algo?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly stop?: Stop;
  readonly seed?: number;
}

/** The scenario of a preset with something else in it. */
export function presetWith(id: string, { env, algo, params, stop, seed = 0 }: Changed = {}): Scenario {
  const preset = presetById(id)?.scenario;
  if (!preset) throw new Error(`There is no preset ${id}.`);
  const parsed = parseScenario({
    ...preset,
    env: { id: preset.env.id, params: { ...preset.env.params, ...env } },
    algo: algo
      ? { id: algo, params: { ...params } }
      : { id: preset.algo.id, params: { ...preset.algo.params, ...params } },
    stop: stop ?? preset.stop,
    seed,
  });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

export const scriptOf = (scenario: Scenario): string => pythonScript(scenario, "a test");
