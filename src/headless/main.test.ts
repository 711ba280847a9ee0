import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { presets } from "../scenario/presets";

const folder = mkdtempSync(path.join(tmpdir(), "bellman-"));
afterAll(() => rmSync(folder, { recursive: true }));

function headless(...words: string[]) {
  const command = [path.resolve("scripts/headless.mjs"), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stdout, stderr: stderr.trim() };
}

function reportOf(...words: string[]) {
  const { status, stdout, stderr } = headless(...words, "--json");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return JSON.parse(stdout) as {
    scenario: object;
    seed: number;
    clock: Record<string, number>;
    metrics: Record<string, number[]>;
    result: { V: (number | null)[][]; Q: (number[] | null)[][]; policy: (number[] | null)[][] };
    fingerprint: string;
  };
}

interface NetworkReport {
  clock: Record<string, number>;
  metrics: Record<string, number[]>;
  result: Record<string, unknown> & { wallSeconds: number };
  fingerprint: string;
}

const networkReportOf = (...words: string[]) => reportOf(...words) as unknown as NetworkReport;

describe("the headless command", { timeout: 30_000 }, () => {
  it("lists the presets", () => {
    expect(headless("--list").stdout.trim().split("\n")).toEqual(presets.map(({ id }) => id));
  });

  it("runs a preset to its stop condition and prints one JSON object", () => {
    const report = reportOf("russell-norvig-4x3", "--until-converged");
    expect(Object.keys(report.clock)).toEqual(["ticks", "sweeps", "episodes", "steps"]);
    expect(report.result.V.map((row) => row.map((v) => v?.toFixed(3) ?? null))).toEqual([
      ["0.812", "0.868", "0.918", "1.000"],
      ["0.762", null, "0.660", "-1.000"],
      ["0.705", "0.655", "0.611", "0.388"],
    ]);
    expect(report.result.Q[1][1]).toBeNull();
    expect(report.result.Q[0][0]).toHaveLength(4);
    expect(report.result.policy[0][0]).toEqual([0, 1, 0, 0]);
    expect(report.metrics.residual).toHaveLength(report.clock.sweeps);
  });

  it("runs a file for so many ticks, sweeps or episodes, from any seed", () => {
    const file = path.join(folder, "mine.json");
    const env = { id: "grid-world", params: { rows: ["S.T"] } };
    writeFileSync(file, JSON.stringify({ v: 1, env, algo: { id: "q-learning" } }));
    expect(reportOf(file, "--ticks", "17").clock).toMatchObject({ ticks: 17, steps: 17 });
    const report = reportOf(file, "--episodes", "40", "--seed", "5");
    expect(report).toMatchObject({ seed: 5, clock: { episodes: 40 } });
    expect(report.metrics.return).toHaveLength(40);
    expect(reportOf("lecture-grid", "--sweeps", "2").clock.sweeps).toBe(2);
  });

  describe("with a network", () => {
    const file = path.join(folder, "small.json");
    // Episodes of at most five steps: any policy passes, at its first test.
    const env = { id: "cart-pole", params: { maxSteps: 5 } };
    const algo = {
      id: "dqn",
      params: { units: 8, hiddenLayers: 1, batchSize: 8, warmup: 20, testEvery: 100 },
    };
    writeFileSync(file, JSON.stringify({ v: 1, env, algo, seed: 4, stop: { ticks: 150 } }));

    it("reports how it went", () => {
      const { clock, metrics, result, fingerprint } = networkReportOf(file, "--backend", "cpu");
      expect(clock).toMatchObject({ ticks: 150, steps: 150, episodes: 30, updates: 130 });
      expect(result).toMatchObject({ greedyMean: 5, greedyEpisodes: 100, solvedAtStep: 100, backend: "cpu" });
      expect(result.returns).toEqual(Array(30).fill(5));
      expect(result.wallSeconds).toBeGreaterThan(0);
      expect(metrics.loss).toHaveLength(130);
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    });

    it("stops when it is solved, if asked to, with the policy that was tested", () => {
      const solved = networkReportOf(file, "--until-solved");
      expect(solved.clock).toMatchObject({ steps: 100, updates: 80 });
      expect(solved.result).toMatchObject({ solvedAtStep: 100, greedyEpisodes: 100, backend: "wasm" });
      const there = networkReportOf(file, "--ticks", "100");
      expect(there.result).toMatchObject({ solvedAtStep: null, greedyMean: null, greedyEpisodes: null });
      expect(there.fingerprint).toBe(solved.fingerprint);
    });

    it.each([
      ["4..4", [4]],
      ["4..5", [4, 5]],
    ])("runs the seeds %s, a line of JSON each", (range, seeds) => {
      const { status, stdout, stderr } = headless(file, "--seeds", range, "--backend", "cpu");
      expect([status, stderr]).toEqual([0, ""]);
      const reports = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { seed: number });
      expect(reports.map(({ seed }) => seed)).toEqual(seeds);
    });
  });

  it("gives equal seeds equal fingerprints", () => {
    const [a, b, c] = ["1", "1", "2"].map((seed) => reportOf("cliff-walking", "--seed", seed).fingerprint);
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  it.each([
    [["no-such-preset"]],
    [["/no/such/file.json"]],
    [["#v1.broken"]],
    [["cliff-walking", "--ticks", "-3"]],
    [["cliff-walking", "--until-converged"]],
    [["cliff-walking", "--sweeps", "3"]],
    [["lecture-grid", "--episodes", "3"]],
    [["cliff-walking", "--ticks", "3", "--episodes", "4"]],
    [["cliff-walking", "--seed", "x"]],
    [["cliff-walking", "--frobnicate"]],
    [[]],
    [["lecture-grid", "--seed", "1", "--seeds", "1..2"]],
    [["lecture-grid", "--until-solved"]],
    [["lecture-grid", "--backend", "cpu"]],
  ])("refuses %j with exit code 2 and one line", (words) => {
    const { status, stdout, stderr } = headless(...words);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).not.toBe("");
    expect(stderr.split("\n")).toHaveLength(1);
  });
});
