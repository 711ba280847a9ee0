import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { algoSpecs, type AlgoId } from "../../algos";
import { presets, presetScenario } from "../../scenario/presets";
import { isGymnasiums, pythonScript, scriptName } from "./script";
import { findPython, presetWith } from "../../../scripts/code/run-python";

const python = findPython("ast");

/** Compiles every script, and names what it reads but never binds. */
const COMPILE = `
import ast, builtins, json, sys
for name, source in json.load(sys.stdin).items():
    tree = ast.parse(source, name)
    compile(tree, name, "exec")
    known = set(dir(builtins)) | {"__file__"}
    read = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else known).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            known.add(node.name)
        elif isinstance(node, ast.arg):
            known.add(node.arg)
        elif isinstance(node, ast.alias):
            known.add((node.asname or node.name).split(".")[0])
    if read - known:
        print(name, "does not bind", sorted(read - known))
`;

/** Where an algorithm can run. */
const WORLDS: Partial<Record<AlgoId, string>> = {
  dqn: "cart-pole-dqn",
  reinforce: "cart-pole-dqn",
  "actor-critic": "cart-pole-dqn",
  ram: "glimpse-small",
  "full-image": "glimpse-small",
};

describe("the scripts", () => {
  const ofPresets = presets.map((preset) => [preset.id, pythonScript(presetScenario(preset), preset.title)]);
  const ofAlgorithms = (Object.keys(algoSpecs) as AlgoId[]).map((algo) => {
    const scenario = presetWith(WORLDS[algo] ?? "windy", { algo, stop: { ticks: 100 } });
    return [scriptName(scenario), pythonScript(scenario, "anything")];
  });

  it.skipIf(!python)("of every preset and of every algorithm compile, and bind what they read", () => {
    const input = JSON.stringify(Object.fromEntries([...ofPresets, ...ofAlgorithms]));
    const { stdout, stderr, status } = spawnSync(python ?? "", ["-c", COMPILE], { input, encoding: "utf8" });
    expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: "", status: 0 });
  });

  it("are narrow enough for a screen, and end with one line break", () => {
    for (const [name, text] of [...ofPresets, ...ofAlgorithms]) {
      for (const line of text.split("\n")) expect(line.length, `${name}: ${line}`).toBeLessThanOrEqual(132);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });
});

it("writes wind down for every column, in short lines", () => {
  const env = { rows: ["S".padEnd(40, ".")], wind: [0, 2, -1, ...Array<number>(37).fill(0)] };
  const script = pythonScript(presetWith("cliff-walking", { env: { ...env, cells: {} } }), "");
  expect(script).toContain("wind = [\n    0, 2, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,\n");
  expect(script).toContain("\n    0, 0, 0, 0, 0, 0, 0, 0,\n]");
});

it("names parameters, what they are, and when the run ends", () => {
  const script = pythonScript(presetWith("cliff-walking", { params: { alpha: 0.25 }, seed: 7 }), "Cliff");
  expect(script).toContain("\nalpha = 0.25  # α: step size\n");
  expect(script).toContain('    (3, 1): {"reward": -99, "restart": True},\n');
  expect(script).toContain("\nseed = 7\nmost_episodes = 500\n");
});

it("keeps a title that would end the docstring inside it", () => {
  const script = pythonScript(presetWith("cliff-walking"), 'x"""\nimport os');
  expect(script.split("\n")[1]).toContain("“x''' import os”");
  expect(script).not.toMatch(/^import os/m);
});

it("takes Gymnasium’s cart-pole only for what is Gymnasium’s", () => {
  const standard = presetWith("cart-pole-dqn", { env: { maxSteps: 200 } });
  const moon = presetWith("cart-pole-dqn", { env: { gravity: 1.6 } });
  expect(isGymnasiums(standard)).toBe(true);
  expect(pythonScript(standard, "")).toContain("gymnasium.make");
  expect(isGymnasiums(moon)).toBe(false);
  expect(pythonScript(moon, "")).not.toContain("gymnasium.make");
  expect(isGymnasiums(presetWith("cliff-walking"))).toBe(false);
});

it("says so where the page’s agent does not learn", () => {
  const script = pythonScript(presetWith("cart-pole-dqn", { params: { learning: false } }), "");
  expect(script).toContain("Learning is switched off on the page");
});

it("cuts trajectories off where the page does", () => {
  const script = pythonScript(
    presetWith("cart-pole-reinforce", { env: { maxSteps: 100_000 }, params: { trajectories: 20 } }),
    "",
  );
  expect(script).toContain("\nlongest_episode = 1000  #");
});
