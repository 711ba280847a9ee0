import { describe, expect, it } from "vitest";
import { runToEnd } from "../headless/run";
import { chapters } from ".";
import { lesson as bellman } from "./05-bellman/lesson";
import type { Challenge, Path } from "./challenge";
import { deviationsFrom, startOf, withSetting } from "./answer";
import { judgeImpossible, judgeSetting, type Judged, type RunToStop } from "./judging";

const lessons = await Promise.all(chapters.map(({ load }) => load()));
const all = lessons.flatMap(({ id, challenges }) =>
  challenges.map((challenge) => ({ name: `${id}/${challenge.id}`, challenge })),
);

/** The real simulator, without the page. */
const run: RunToStop = async (scenario) => (await runToEnd(scenario, { forced: "wasm" })).frame;

const judge = (challenge: Challenge, setting: Challenge["solution"]): Promise<Judged> =>
  setting === "impossible"
    ? judgeImpossible(challenge, run)
    : judgeSetting(challenge, withSetting(challenge, setting), run);

describe("the challenges of the chapters", () => {
  it("are one to three in each, each with a name of its own", () => {
    for (const { challenges } of lessons) {
      expect(challenges.length).toBeGreaterThanOrEqual(1);
      expect(challenges.length).toBeLessThanOrEqual(3);
      expect(new Set(challenges.map(({ id }) => id)).size).toBe(challenges.length);
      for (const { id } of challenges) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  describe.each(all)("$name", ({ challenge }) => {
    it("begins with an experiment that stops by itself and does not pass", { timeout: 60_000 }, async () => {
      const start = startOf(challenge);
      expect(start.stop).toBeDefined();
      expect(start.changes).toBeUndefined();
      expect(deviationsFrom(challenge, start)).toEqual({ other: false, free: [], fixed: [] });
      const { verdict } = await judgeSetting(challenge, start, run);
      expect(verdict).toMatchObject({ passed: false });
    });

    it("is passed by its solution", { timeout: 60_000 }, async () => {
      const { values, verdict } = await judge(challenge, challenge.solution);
      expect(verdict, verdict.measured).toMatchObject({ passed: true });
      // What a link can hold.
      for (const value of values.flat()) expect(Number.isFinite(value)).toBe(true);
    });

    it("is not passed by a wrong answer", { timeout: 60_000 }, async () => {
      const { verdict } = await judge(challenge, challenge.wrong);
      expect(verdict, verdict.measured).toMatchObject({ passed: false });
    });

    it("lets only what is free be changed, in its answers too", () => {
      for (const answer of [challenge.solution, challenge.wrong]) {
        if (answer === "impossible") continue;
        const paths = Object.keys(answer);
        const deviations = deviationsFrom(challenge, withSetting(challenge, answer));
        expect([...deviations.free].toSorted()).toEqual(paths.toSorted());
        expect(deviations.fixed).toEqual([]);
        expect(paths.length).toBeLessThanOrEqual(challenge.atMost ?? Infinity);
      }
      const { env, algo } = startOf(challenge);
      for (const path of challenge.free) {
        const [home, name] = path.split(".");
        expect(home === "env" ? env.params : algo.params).toHaveProperty([name]);
      }
      expect(
        Object.keys(challenge.sampled ?? {}).every((path) => challenge.free.includes(path as Path)),
      ).toBe(true);
    });

    if (challenge.sampled && challenge.solution !== "impossible") {
      it("finds a setting where somebody claims that there is none", { timeout: 60_000 }, async () => {
        expect((await judgeImpossible(challenge, run)).verdict.passed).toBe(false);
      });
    }
  });
});

describe("what may be changed", () => {
  const [bridge] = bellman.challenges;

  it("is told apart from what may not", () => {
    const changed = withSetting(bridge, { "env.noise": 0, "env.stepReward": 1, "algo.inPlace": true });
    expect(deviationsFrom(bridge, changed)).toEqual({
      other: false,
      free: ["env.noise"],
      fixed: ["env.stepReward", "algo.inPlace"],
    });
  });

  it("is nothing of another algorithm", () => {
    const { algo: _algo, ...rest } = startOf(bridge);
    const other = { ...rest, algo: { id: "q-learning", params: {} } };
    expect(deviationsFrom(bridge, other).other).toBe(true);
  });

  it("does not hold the seed, the stop condition or what was changed on the way", async () => {
    const start = startOf(bridge);
    const played = {
      ...withSetting(bridge, { "env.noise": 0 }),
      seed: 7,
      stop: { sweeps: 1 },
      changes: [{ at: { tick: 3, phase: 0 }, algo: { ...start.algo.params, gamma: 0.1 } }],
    };
    const runs: unknown[] = [];
    const { verdict } = await judgeSetting(bridge, played, (scenario, onShare) => {
      runs.push([scenario.seed, scenario.stop, scenario.changes]);
      return run(scenario, onShare);
    });
    expect(runs).toEqual([[0, { converged: true }, undefined]]);
    expect(verdict.passed).toBe(true);
  });
});
