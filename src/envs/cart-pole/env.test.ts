import { describe, expect, it } from "vitest";
import { defaultsOf, parseParams } from "../../core/params";
import { Rng } from "../../core/rng";
import { CartPole, cartPole, type CartPoleState } from "./env";
import { cartPoleParams, type CartPoleParams } from "./params";

const LEFT = 0;
const RIGHT = 1;

function worldOf(changes: Partial<CartPoleParams> = {}): CartPole {
  return new CartPole({ ...defaultsOf(cartPoleParams), ...changes });
}

const upright: CartPoleState = { x: 0, xDot: 0, theta: 0, thetaDot: 0, time: 0 };

function expectState(actual: CartPoleState, expected: Partial<CartPoleState>): void {
  for (const [name, value] of Object.entries(expected)) {
    expect(actual[name as keyof CartPoleState], name).toBeCloseTo(value, 13);
  }
}

describe("one step by hand", () => {
  // θ = 0, push right: (F + 0)/(m_c + m_p) = 10/1.1 = 100/11, θ̈ = −(100/11)/(0.5 (4/3 − 0.1/1.1)) = −600/41,
  // ẍ = 100/11 + 0.05 (600/41)/1.1 = 400/41; times τ = 0.02: ẋ changes by 8/41 and θ̇ by −12/41.
  const moving = { x: 1, xDot: 0.5, theta: 0, thetaDot: 0.2, time: 7 };
  const velocities = { xDot: 0.5 + 8 / 41, thetaDot: 0.2 - 12 / 41, time: 8 };

  it("Euler: moves with the old velocities", () => {
    expectState(worldOf().step(moving, RIGHT).state, { x: 1.01, theta: 0.004, ...velocities });
  });

  it("semi-implicit Euler: moves with the new velocities", () => {
    expectState(worldOf({ integrator: "semi-implicit" }).step(moving, RIGHT).state, {
      x: 1 + 0.02 * (0.5 + 8 / 41),
      theta: 0.02 * (0.2 - 12 / 41),
      ...velocities,
    });
  });

  it("a push to the left is the mirror image", () => {
    const mirrored = { ...moving, x: -1, xDot: -0.5, thetaDot: -0.2 };
    expectState(worldOf().step(mirrored, LEFT).state, {
      x: -1.01,
      theta: -0.004,
      xDot: -velocities.xDot,
      thetaDot: -velocities.thetaDot,
    });
  });

  it("gravity and the pole’s own swing, at 30° without a push", () => {
    // sin = 1/2, cos = √3/2, cos² = 3/4: 0.05·2²·½/1.1 = 1/11; l (4/3 − 0.075/1.1) = 167/264.
    const thetaAcc = ((4.9 - Math.sqrt(3) / 22) * 264) / 167;
    const xAcc = 1 / 11 - (0.05 * thetaAcc * Math.sqrt(3)) / 2.2;
    const leaning = { ...upright, theta: Math.PI / 6, thetaDot: 2 };
    expectState(worldOf({ forceMag: 0, thetaLimitDeg: 90 }).step(leaning, RIGHT).state, {
      x: 0,
      xDot: 0.02 * xAcc,
      theta: Math.PI / 6 + 0.04,
      thetaDot: 2 + 0.02 * thetaAcc,
    });
  });

  it("every physical parameter counts", () => {
    const state = { x: 0.1, xDot: 0.2, theta: 0.1, thetaDot: 0.3, time: 0 };
    const usual = worldOf().step(state, RIGHT).state;
    for (const changes of [
      { gravity: 5 },
      { massCart: 2 },
      { massPole: 0.2 },
      { length: 1 },
      { forceMag: 5 },
      { tau: 0.01 },
    ]) {
      expect(worldOf(changes).step(state, RIGHT).state, JSON.stringify(changes)).not.toEqual(usual);
    }
  });
});

describe("endings", () => {
  const limit = (12 * 2 * Math.PI) / 360;

  it("terminates beyond the position limit, not on it, on both sides", () => {
    const world = worldOf({ tau: 0.1 });
    for (const side of [-1, 1]) {
      const fast = { ...upright, x: side * 2.4, xDot: side * 0.001 };
      expect(world.step({ ...fast, xDot: 0 }, RIGHT)).toMatchObject({ terminated: false, reward: 1 });
      expect(world.step(fast, RIGHT)).toMatchObject({ terminated: true, truncated: false, reward: 1 });
    }
  });

  it("terminates beyond the angle limit, not on it, on both sides", () => {
    for (const side of [-1, 1]) {
      const leaning = { ...upright, theta: side * limit };
      expect(worldOf().step(leaning, RIGHT)).toMatchObject({ terminated: false, reward: 1 });
      const falling = { ...leaning, thetaDot: side * 0.001 };
      expect(worldOf().step(falling, RIGHT)).toMatchObject({ terminated: true, reward: 1 });
      expect(worldOf({ thetaLimitDeg: 13 }).step(falling, RIGHT).terminated).toBe(false);
    }
  });

  it("truncates at maxSteps, which is not a termination", () => {
    const world = worldOf({ maxSteps: 8 });
    expect(world.step({ ...upright, time: 6 }, LEFT)).toMatchObject({ terminated: false, truncated: false });
    expect(world.step({ ...upright, time: 7 }, LEFT)).toMatchObject({ terminated: false, truncated: true });
    const last = { ...upright, theta: limit, thetaDot: 1, time: 7 };
    expect(world.step(last, LEFT)).toMatchObject({ terminated: true, truncated: false, reward: 1 });
  });

  it("judges a step by where it ends: a limit drawn tighter around the cart does not trap it", () => {
    const world = worldOf({ xLimit: 1 });
    expect(world.step({ ...upright, x: 1.5 }, LEFT).terminated).toBe(true);
    expect(world.step({ ...upright, x: 1.01, xDot: -1 }, LEFT).terminated).toBe(false);
  });
});

describe("starts", () => {
  it("are four draws, uniform in ± startRange, at time 0", () => {
    const rng = Rng.fromSeed(5);
    const expected = Rng.fromSeed(5);
    const draw = () => 2 * 0.3 * expected.uniform() - 0.3;
    const state = { x: draw(), xDot: draw(), theta: draw(), thetaDot: draw(), time: 0 };
    expect(worldOf({ startRange: 0.3 }).reset(rng)).toEqual(state);
    expect(rng.state()).toEqual(expected.state());
  });

  it("fill the range evenly", () => {
    const world = worldOf();
    const rng = Rng.fromSeed(6);
    const starts = Array.from({ length: 4000 }, () => world.reset(rng));
    for (const name of ["x", "xDot", "theta", "thetaDot"] as const) {
      const values = starts.map((state) => state[name]);
      expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(0.05);
      // The mean of n uniform draws has standard deviation r/√(3n), that of their squares 2r²/√(45n): four of each.
      const mean = values.reduce((sum, value) => sum + value, 0) / 4000;
      const square = values.reduce((sum, value) => sum + value * value, 0) / 4000;
      expect(Math.abs(mean)).toBeLessThan((4 * 0.05) / Math.sqrt(3 * 4000));
      expect(Math.abs(square - 0.05 ** 2 / 3)).toBeLessThan((8 * 0.05 ** 2) / Math.sqrt(45 * 4000));
    }
  });

  it("without a range are upright and still", () => {
    expect(worldOf({ startRange: 0 }).reset(Rng.fromSeed(1))).toEqual(upright);
  });
});

describe("parameters", () => {
  const read = (raw: unknown) => parseParams(cartPoleParams, raw, "Cart-pole");

  it("default to CartPole-v1", () => {
    expect(read(undefined)).toEqual({
      ok: true,
      value: {
        gravity: 9.8,
        massCart: 1,
        massPole: 0.1,
        length: 0.5,
        forceMag: 10,
        tau: 0.02,
        thetaLimitDeg: 12,
        xLimit: 2.4,
        maxSteps: 500,
        integrator: "euler",
        startRange: 0.05,
      },
    });
  });

  it.each([
    [{ gravity: NaN }, "gravity: it must be a number"],
    [{ gravity: "9.8" }, "gravity: it must be a number"],
    [{ massCart: 0 }, "massCart: it must lie between"],
    [{ massPole: -1 }, "massPole: it must lie between"],
    [{ length: 0 }, "length: it must lie between"],
    [{ tau: Infinity }, "tau: it must be a number"],
    [{ xLimit: 1e9 }, "xLimit: it must lie between"],
    [{ thetaLimitDeg: 180 }, "thetaLimitDeg: it must lie between"],
    [{ maxSteps: 1.5 }, "maxSteps: it must be a whole number"],
    [{ integrator: "verlet" }, "integrator: it must be one of euler, semi-implicit"],
    [{ friction: 1 }, "no parameter called “friction”"],
    [[], "must be an object"],
  ])("refuses %j", (raw, message) => {
    const result = read(raw);
    expect(result.ok ? "accepted" : result.error).toContain(message);
  });

  it("whose starts would lie beyond the angle limit are refused, with what to do", () => {
    const params = defaultsOf(cartPoleParams);
    expect(cartPole.check(params)).toEqual([]);
    expect(cartPole.check({ ...params, thetaLimitDeg: 3 })).toEqual([]);
    expect(cartPole.check({ ...params, startRange: 0.3 })).toEqual([
      "The start range 0.3 is wider than the angle limit, 12° = 0.209 rad: " +
        "choose a start range of at most 0.2, or a larger angle limit.",
    ]);
  });
});
