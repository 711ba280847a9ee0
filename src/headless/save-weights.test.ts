import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fingerprint } from "../engine/fingerprint";
import { importWeights } from "../nn/weights-file";

const folder = mkdtempSync(path.join(tmpdir(), "bellman-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => path.join(folder, name);

function headless(...words: string[]) {
  const command = [path.resolve("scripts/headless.mjs"), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stdout, stderr: stderr.trim() };
}

describe("--save-weights", { timeout: 60_000 }, () => {
  it.each([
    ["cart-pole-dqn?units=8&warmup=16&batchSize=8", [["q", [4, 8, 8, 2]]]],
    [
      "cart-pole-actor-critic?units=8",
      [
        ["policy", [4, 8, 2]],
        ["value", [4, 8, 1]],
      ],
    ],
  ] as const)("writes what the run ended with: %s", (scenario, networks) => {
    const to = file("w.safetensors");
    const { status, stdout, stderr } = headless(scenario, "--ticks", "60", "--save-weights", to, "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const answer = JSON.parse(stdout) as { clock: { updates: number }; fingerprint: string };
    expect(answer.clock.updates).toBeGreaterThan(0);
    const weights = networks.map(([name, sizes]) => {
      const read = importWeights({ sizes }, readFileSync(to), networks.length > 1 ? name : undefined);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    });
    expect(fingerprint(weights)).toBe(answer.fingerprint);
  });

  it.each([
    [["cart-pole-dqn", "--save-weights"], "--save-weights needs the name of a file."],
    [
      ["cliff-walking", "--save-weights", file("no")],
      /no weights that can be saved; leave --save-weights out/,
    ],
    [["cart-pole-dqn", "--seeds", "1..2", "--save-weights", file("no")], /give --save-weights with --seed/],
  ])("is refused in a sentence: %s", (words, says) => {
    const { status, stderr } = headless(...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(says);
    expect(existsSync(file("no"))).toBe(false);
  });

  it("says where it could not write", () => {
    const to = file("none/w.safetensors");
    const { status, stderr } = headless("cart-pole-actor-critic", "--ticks", "3", "--save-weights", to);
    expect([status, stderr]).toEqual([1, `The weights could not be written to ${to}.`]);
  });
});
