import { describe, expect, it } from "vitest";
import { Rng } from "../../core/rng";
import { DOWN, LEFT, RIGHT, UP, worldOf } from "./test-tools";

const ACTIONS = [UP, RIGHT, DOWN, LEFT];

describe("jump", () => {
  const jump = { to: [2, 0] as [number, number], reward: 10 };

  it("takes any action to its target and pays exactly its reward", () => {
    const world = worldOf(["...", "...", "..."], {
      cells: { "0,1": { jump, reward: 3 }, "2,0": { reward: 100 } },
      bumpReward: -5,
      noise: 0.5,
      wind: [0, 2, 0],
    });
    for (const action of ACTIONS) {
      expect(world.outcomes([0, 1], action)).toEqual(["1 → 2,0 10"]);
      expect(world.walk([0, 1], action)).toBe("2,0 10");
    }
  });

  it("a move that ends on a jump cell stays there and is paid as usual", () => {
    const world = worldOf(["...", "...", "..."], { cells: { "0,1": { jump, reward: 3 } } });
    expect(world.walk([0, 0], RIGHT)).toBe("0,1 2");
  });

  it("onto another jump takes one jump at a time; onto itself stays", () => {
    const world = worldOf(["...", "...", "..."], {
      cells: { "0,1": { jump }, "2,0": { jump: { to: [2, 0], reward: 0 } } },
    });
    expect(world.walk([0, 1], UP)).toBe("2,0 10");
    expect(world.walk([2, 0], UP)).toBe("2,0 0");
  });

  it("onto a terminal ends, and pays the jump's reward only", () => {
    const cells = { "0,0": { jump: { to: [0, 1] as [number, number], reward: 2 } }, "0,1": { reward: 50 } };
    expect(worldOf([".T"], { cells }).walk([0, 0], UP)).toBe("0,1 2 ends");
    expect(worldOf([".T"], { cells, exitAction: true }).walk([0, 0], UP)).toBe("0,1 2");
  });

  it("into a restart goes to the start and pays the jump's reward only", () => {
    const cells = {
      "0,2": { jump: { to: [0, 1] as [number, number], reward: 2 } },
      "0,1": { restart: true as const, reward: -50 },
    };
    expect(worldOf(["S..."], { cells }).walk([0, 2], UP)).toBe("0,0 2");
  });
});

describe("restart", () => {
  const cells = { "1,1": { restart: true as const, reward: -99 } };

  it("puts the agent back on S without ending; the cell's reward still pays", () => {
    const world = worldOf(["...", "S.T"], { cells });
    expect(world.outcomes([1, 0], RIGHT)).toEqual(["1 → 1,0 -100"]);
    expect(world.walk([0, 1], DOWN)).toBe("1,0 -100");
  });

  it("does not pay the reward of S", () => {
    const world = worldOf(["...", "S.T"], { cells: { ...cells, "1,0": { reward: 7 } } });
    expect(world.walk([0, 1], DOWN)).toBe("1,0 -100");
  });

  it("restarts also who is blown or slips there", () => {
    const world = worldOf(["...", "S.T"], { cells, noise: 0.5 });
    expect(world.outcomes([0, 1], RIGHT)).toEqual(["0.5 → 0,2 -1", "0.25 → 0,1 -1", "0.25 → 1,0 -100"]);
    const windy = worldOf(["...", "...", "S.."], { cells, wind: [1, 0, 0] });
    expect(windy.walk([2, 0], RIGHT)).toBe("2,0 -100");
  });

  it("keeps counting the steps of the episode", () => {
    const world = worldOf(["...", "S.T"], { cells, maxSteps: 2 });
    expect(world.walk([1, 0], RIGHT, 0)).toBe("1,0 -100");
    expect(world.walk([1, 0], RIGHT, 1)).toBe("1,0 -100 cut");
  });
});

describe("exit action", () => {
  const world = worldOf([".T"], {
    exitAction: true,
    cells: { "0,1": { reward: 5 } },
    noise: 0.5,
    bumpReward: -2,
  });

  it("entering a terminal pays only the step reward and goes on", () => {
    expect(world.outcomes([0, 0], RIGHT)).toEqual(["0.5 → 0,0 -3", "0.5 → 0,1 -1"]);
  });

  it("one more action there, of any kind, pays the terminal's reward alone and ends", () => {
    for (const action of ACTIONS) {
      expect(world.outcomes([0, 1], action)).toEqual(["1 → 0,1 5 ends"]);
      expect(world.walk([0, 1], action)).toBe("0,1 5 ends");
    }
  });

  it("a terminal without a reward pays 0", () => {
    expect(worldOf([".T"], { exitAction: true }).walk([0, 1], UP)).toBe("0,1 0 ends");
  });

  it("makes the terminal a state with a decision", () => {
    expect([...world.model.decisionStates]).toEqual([0, 1]);
    expect([...worldOf([".T"]).model.decisionStates]).toEqual([0]);
  });
});

describe("longest episode", () => {
  it("cuts at maxSteps: truncated, not terminated", () => {
    const world = worldOf(["..."], { maxSteps: 5 });
    expect(world.walk([0, 0], RIGHT, 3)).toBe("0,1 -1");
    expect(world.walk([0, 0], RIGHT, 4)).toBe("0,1 -1 cut");
  });

  it("is not a cut where the last step ends the episode", () => {
    expect(worldOf([".T"], { maxSteps: 1 }).walk([0, 0], RIGHT)).toBe("0,1 -1 ends");
  });

  it("is unknown to the model: no outcome ends", () => {
    expect([...worldOf(["..."], { maxSteps: 1 }).model.ends]).not.toContain(1);
  });
});

describe("start", () => {
  it("is S where there is one", () => {
    const world = worldOf(["..", ".S"]);
    for (let seed = 0; seed < 20; seed++)
      expect(world.reset(Rng.fromSeed(seed))).toEqual({ cell: 3, time: 0 });
    expect([...world.model.initial]).toEqual([0, 0, 0, 1]);
  });

  it("is any floor cell otherwise, each as likely", () => {
    const world = worldOf(["T.#", "..T"]);
    expect([...world.model.initial]).toEqual([0, 1 / 3, 0, 1 / 3, 1 / 3, 0]);
    const counts = new Int32Array(6);
    const rng = Rng.fromSeed(4);
    for (let i = 0; i < 3000; i++) counts[world.reset(rng).cell]++;
    expect(counts[0] + counts[2] + counts[5]).toBe(0);
    // 1000 expected of each, standard deviation √(3000 · ⅓ · ⅔) ≈ 26: four of them.
    for (const cell of [1, 3, 4]) expect(Math.abs(counts[cell] - 1000)).toBeLessThan(104);
  });

  it("is no terminal while there is floor, also where exits are actions", () => {
    expect([...worldOf([".T"], { exitAction: true }).model.initial]).toEqual([1, 0]);
  });

  it("is a terminal where there is nothing else and exits are actions", () => {
    const world = worldOf(["#T"], { exitAction: true });
    expect(world.reset(Rng.fromSeed(1))).toEqual({ cell: 1, time: 0 });
  });
});

describe("sizes", () => {
  it("1×1: every move bumps", () => {
    const world = worldOf(["S"], { bumpReward: -4 });
    for (const action of ACTIONS) expect(world.outcomes([0, 0], action)).toEqual(["1 → 0,0 -5"]);
    expect([...world.model.initial]).toEqual([1]);
  });

  it("1×1 with wind, noise and a reward", () => {
    const world = worldOf(["."], { wind: [-3], noise: 0.5, cells: { "0,0": { reward: 2 } } });
    expect(world.outcomes([0, 0], LEFT)).toEqual(["1 → 0,0 1"]);
  });

  it("64×64: corner to corner", () => {
    const world = worldOf(Array.from({ length: 64 }, (_, row) => ".".repeat(63) + (row === 63 ? "T" : ".")));
    expect(world.tabular.nStates).toBe(4096);
    expect(world.model.first.length).toBe(4096 * 4 + 1);
    expect(world.walk([0, 63], RIGHT)).toBe("0,63 -1");
    expect(world.walk([0, 63], DOWN)).toBe("1,63 -1");
    expect(world.walk([62, 63], DOWN)).toBe("63,63 -1 ends");
    expect(world.walk([63, 0], LEFT)).toBe("63,0 -1");
  });
});

describe("where there is no decision", () => {
  it("a step stays, pays nothing and ends", () => {
    const world = worldOf(["..#", "..T"], { cells: { "1,2": { reward: 5 } } });
    expect(world.walk([0, 2], UP)).toBe("0,2 0 ends");
    expect(world.walk([1, 2], UP)).toBe("1,2 0 ends");
    expect(world.outcomes([1, 2], UP)).toEqual([]);
  });
});
