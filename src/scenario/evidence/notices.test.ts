import { describe, expect, it } from "vitest";
import { badValues, earnable } from "../../nn/value-bounds";
import { envSpec } from "../../envs";
import { presetById, presets, presetScenario } from "../presets";
import { evidence, median, type MeasuredRun } from ".";

/** Every figure that a notice about cart-pole says, in its order, from the record and from the preset itself. */
const SAID: Record<string, () => number[]> = {
  "cart-pole-dqn": () => withinSteps("cart-pole-dqn"),
  "cart-pole-dqn-16": () => withinSteps("cart-pole-dqn-16"),
  "cart-pole-no-replay": () => {
    const { solved, all } = runsOf("cart-pole-no-replay");
    const { batchSize } = paramsOf("cart-pole-no-replay");
    const goal = envSpec("cart-pole")?.create(scenarioOf("cart-pole-no-replay").env.params).goal?.mean ?? NaN;
    const forgotten = (runs: readonly MeasuredRun[]) =>
      runs.filter(({ greedyMean }) => Number(greedyMean) < goal).length;
    const control = runsOf("cart-pole-no-replay?replay=true");
    expect(control.solved).toHaveLength(control.all.length);
    expect(new Set([...all, ...control.all].map(({ steps }) => steps)).size).toBe(1);
    return [
      Number(batchSize),
      all[0].steps,
      solved.length,
      all.length,
      half(solved, solvedAt),
      most(solved, solvedAt),
      control.solved.length,
      half(control.solved, solvedAt),
      most(control.solved, solvedAt),
      forgotten(solved),
      forgotten(control.solved),
    ];
  },
  "cart-pole-no-target": () => {
    const { solved, all, diverged } = runsOf("cart-pole-no-target");
    const updates = all.map((run) => Math.round(run.updates / 100) * 100);
    return [
      hopeless(),
      earned(),
      diverged.length,
      all.length,
      Math.min(...updates),
      Math.max(...updates),
      solved.length,
    ];
  },
  "cart-pole-epsilon-too-small": () => {
    const { all } = runsOf("cart-pole-epsilon-too-small");
    const stuck = all.filter((run) => run.solvedAtStep === null);
    expect(most(stuck, ({ greedyMean }) => Number(greedyMean))).toBeLessThan(12);
    const { epsilon, epsilonEnd } = paramsOf("cart-pole-dqn");
    const fallsAfter = Math.round(median(stuck.map(({ greedyMean }) => Number(greedyMean))));
    const explored = runsOf("cart-pole-dqn").solved.length;
    return [stuck.length, all.length, fallsAfter, Number(epsilon), Number(epsilonEnd), explored];
  },
  "cart-pole-diverges": () => {
    const { all, diverged } = runsOf("cart-pole-diverges");
    const rates = ["cart-pole-diverges", "cart-pole-dqn"].map((id) => Number(paramsOf(id).learningRate));
    const soon = diverged.filter(({ updates }) => updates <= 1000).length;
    return [Math.round(rates[0] / rates[1]), hopeless(), diverged.length, all.length, soon, 1000];
  },
  "cart-pole-reinforce-baseline": () => byEpisode("cart-pole-reinforce-baseline"),
  "cart-pole-reinforce": () => byEpisode("cart-pole-reinforce"),
  "cart-pole-actor-critic": () => byEpisode("cart-pole-actor-critic"),
  "cart-pole-reinforce-whole": () => {
    const { solved, all } = runsOf("cart-pole-reinforce-whole");
    const normalised = runsOf("cart-pole-reinforce-whole?normalise=true");
    expect(normalised.solved).toHaveLength(normalised.all.length);
    return [episodesOf("cart-pole-reinforce-whole"), solved.length, all.length, normalised.solved.length];
  },
  "cart-pole-actor-critic-td": () => {
    const [ten, one] = ["cart-pole-actor-critic-td", "cart-pole-actor-critic-td?criticSteps=1"].map(runsOf);
    return [
      Number(paramsOf("cart-pole-actor-critic-td").criticSteps),
      episodesOf("cart-pole-actor-critic-td"),
      ten.solved.length,
      ten.all.length,
      one.solved.length,
      one.all.length,
    ];
  },
};

describe("the figures in the notices beside the presets", () => {
  it.each(presets.filter(({ scenario }) => scenario.env.id === "cart-pole"))(
    "are the recorded ones: $id",
    ({ id, notice, source }) => {
      expect(numbersIn(notice)).toEqual(SAID[id]());
      expect(source).toContain("counted over seeds 1 to 20 on WebAssembly");
      const record = evidence.find(({ preset }) => preset === id);
      expect(record?.backend).toBe("wasm");
      expect(record?.runs.map(({ seed }) => seed)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    },
  );

  it("are looked for in all forms that a number takes", () => {
    expect(numbersIn("From 1 to 0.05, 10,000 steps: step 19,500, all 20.")).toEqual([
      1, 0.05, 10_000, 19_500, 20,
    ]);
  });
});

/** “Solved within … steps for … of … seeds, half of them by step …”. */
function withinSteps(id: string): number[] {
  const { solved, all } = runsOf(id);
  return [most(solved, solvedAt), solved.length, all.length, half(solved, solvedAt)];
}

/** The numbers of a text, with commas between thousands. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) =>
    Number(number.replaceAll(",", "")),
  );
}

function runsOf(id: string) {
  const all = evidence.find(({ preset }) => preset === id)?.runs ?? [];
  return {
    all,
    solved: all.filter(({ solvedAtStep }) => solvedAtStep !== null),
    diverged: all.filter(({ diverged }) => diverged),
  };
}

function scenarioOf(id: string) {
  const preset = presetById(id);
  if (!preset) throw new Error(`There is no preset called ${id}.`);
  return presetScenario(preset);
}
const paramsOf = (id: string) => scenarioOf(id).algo.params;
const episodesOf = (id: string) => Number(scenarioOf(id).stop?.episodes);

const solvedAt = (run: MeasuredRun) => run.solvedAtStep ?? NaN;
const most = (runs: readonly MeasuredRun[], pick: (run: MeasuredRun) => number) =>
  Math.max(...runs.map(pick));
const half = (runs: readonly MeasuredRun[], pick: (run: MeasuredRun) => number) => median(runs.map(pick));

/** “Solved within … episodes for … of … seeds, half of them by episode …”. */
function byEpisode(id: string): number[] {
  const { solved, all } = runsOf(id);
  return [episodesOf(id), solved.length, all.length, half(solved, ({ episodes }) => episodes)];
}

/** The most that a policy can earn on cart-pole: 1 a step. */
const earned = () =>
  Math.round(
    earnable({ largestReward: 1, longestEpisode: 500 }, Number(paramsOf("cart-pole-no-target").gamma)),
  );

/** The value of Q at which a run is stopped. */
function hopeless(): number {
  const value = 10_000;
  expect(badValues("Q", value - 1, earned())).toBeNull();
  expect(badValues("Q", value + 1, earned())).not.toBeNull();
  return value;
}
