import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../../core/params";
import { cartPoleParams, type CartPoleParams } from "../params";
import type { CartShot } from "./model";
import { between, briefText, describe as describePicture, endingText, readings } from "./motion";
import { phaseScale, phaseTrail, speedOf } from "./phase";
import {
  arrowPath,
  forceStart,
  halfWidth,
  hingeAt,
  numberSide,
  sectorPath,
  stageOf,
  tipAt,
  worldHeight,
} from "./stage";
import { tilesOf } from "./tiles";

const world = defaultsOf(cartPoleParams);

function shot(changes: Partial<CartShot["state"]>, rest: Partial<CartShot> = {}): CartShot {
  const state = { x: 0, xDot: 0, theta: 0, thetaDot: 0, time: 0, ...changes };
  return { state, action: null, ended: null, episode: 0, ...rest };
}

describe("between two shots", () => {
  const from = shot({ x: 1, xDot: 2, theta: -0.1, thetaDot: 4, time: 5 });
  const to = shot({ x: 2, xDot: 4, theta: 0.1, thetaDot: 0, time: 6 });

  it("goes straight from one to the other, and arrives exactly", () => {
    expect(between(from, to, 0)).toEqual(from.state);
    expect(between(from, to, 0.5)).toEqual({ x: 1.5, xDot: 3, theta: 0, thetaDot: 2, time: 5 });
    expect(between(from, to, 1)).toEqual(to.state);
    expect(between(from, to, 7)).toEqual(to.state);
    expect(between(from, to, -1)).toEqual(from.state);
  });

  it("passes over the steps that were not shown", () => {
    const later = shot({ x: 3, time: 25 });
    expect(between(from, later, 0.25)).toMatchObject({ x: 1.5, time: 5 });
  });

  it("does not move from one episode into another, nor back in time, nor from nowhere", () => {
    const another = shot({ x: 2, time: 9 }, { episode: 1 });
    expect(between(from, another, 0.5)).toEqual(another.state);
    expect(between(to, from, 0.5)).toEqual(from.state);
    expect(between(to, to, 0.5)).toEqual(to.state);
    expect(between(undefined, to, 0.5)).toEqual(to.state);
  });
});

describe("texts", () => {
  it("say how an episode ended", () => {
    expect(endingText(shot({ theta: 0.3, time: 9 }), world)).toBe("");
    expect(endingText(shot({ theta: -0.3, time: 9 }, { ended: "terminated" }), world)).toBe(
      "Fell after 9 steps: 17.2° is beyond 12°",
    );
    expect(endingText(shot({ x: -2.41, time: 90 }, { ended: "terminated" }), world)).toBe(
      "Left the track after 90 steps: 2.41 m is beyond 2.4 m",
    );
    expect(endingText(shot({ time: 500 }, { ended: "truncated" }), world)).toBe(
      "Cut off after 500 steps, still balanced",
    );
  });

  it("say of one of many carts how far it is, in words where there is room", () => {
    expect(briefText(137, null, 0, 240)).toBe("cart 1: step 137");
    expect(briefText(137, null, 3, 240)).toBe("step 137");
    expect(briefText(137, "terminated", 3, 120)).toBe("✕ over after 137");
    expect(briefText(500, "truncated", 0, 240)).toBe("✓ cart 1: held for 500");
    expect(briefText(500, "truncated", 0, 120)).toBe("✓ held for 500");
    expect(briefText(500, "truncated", 0, 80)).toBe("✓ 500");
    expect(briefText(137, null, 3, 80)).toBe("137");
  });

  it("write the four numbers in a steady width", () => {
    const some = readings({ x: -1.234, xDot: 12.5, theta: 0.1, thetaDot: -2, time: 1 });
    const others = readings({ x: 0, xDot: -0.001, theta: -0.2, thetaDot: 0.01, time: 1 });
    expect(some.map((text) => text.replaceAll("\u2007", " "))).toEqual([
      "x  −1.23 m",
      "ẋ  12.50 m/s",
      "θ   5.7°",
      "θ̇ −115°/s",
    ]);
    expect(some.map((text) => text.length)).toEqual(others.map((text) => text.length));
  });

  it("describe the picture", () => {
    const one = shot({ x: -0.5, theta: 0.1, time: 3 });
    expect(describePicture("Cart-pole", [one], world)).toBe(
      "Cart-pole: step 3, cart 0.50 m left of the centre, pole 5.7° to the right",
    );
    const over = shot({ theta: 0.3, time: 9 }, { ended: "terminated" });
    expect(describePicture("Test", [over], world)).toContain(". Fell after 9 steps");
    expect(describePicture("Test", [one, over, one], world)).toBe("Test: 3 carts, 2 of them balancing");
  });
});

describe("the stage", () => {
  const odd: Partial<CartPoleParams>[] = [
    {},
    { xLimit: 5, length: 0.1 },
    { xLimit: 0.5, length: 2, thetaLimitDeg: 90 },
    { thetaLimitDeg: 3, forceMag: 50 },
  ];
  const sizes = [
    { width: 768, height: 480 },
    { width: 358, height: 300 },
    { width: 120, height: 700 },
  ];

  it.each(odd.flatMap((changes) => sizes.map((size) => ({ changes, size }))))(
    "holds cart and pole at all limits: $changes in $size",
    ({ changes, size }) => {
      const shown = { ...world, ...changes };
      const stage = stageOf(shown, size, 40, 46);
      for (const x of [-shown.xLimit, 0, shown.xLimit]) {
        const lean = (shown.thetaLimitDeg * Math.PI) / 180;
        for (const theta of [-lean, 0, lean]) {
          const [left, top] = tipAt(stage, { x, theta });
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(size.width);
          expect(top).toBeGreaterThanOrEqual(40);
        }
        expect(Math.abs(hingeAt(stage, x)[0] - size.width / 2) + stage.cart.width / 2).toBeLessThanOrEqual(
          size.width / 2,
        );
      }
      expect(stage.track).toBeLessThanOrEqual(size.height - 46 + 1e-9);
      expect(stage.right - stage.left).toBeCloseTo(2 * shown.xLimit * stage.scale, 9);
    },
  );

  it("is drawn to scale: the pole of CartPole-v1 is 1 m long on a track of 4.8 m", () => {
    const stage = stageOf(world, { width: 800, height: 400 }, 0, 0);
    expect(stage.pole.length / (stage.right - stage.left)).toBeCloseTo(1 / 4.8, 9);
    const [x, y] = tipAt(stage, { x: 1, theta: Math.PI / 2 });
    expect(x).toBeCloseTo(400 + 2 * stage.scale, 9);
    expect(y).toBeCloseTo(hingeAt(stage, 1)[1], 9);
  });

  it("draws a stronger push longer, and no push not at all", () => {
    const size = { width: 800, height: 400 };
    const arrows = [0, 5, 10, 20].map((forceMag) => stageOf({ ...world, forceMag }, size, 0, 0).arrow);
    expect(arrows[0]).toBe(0);
    expect(arrows).toEqual([...arrows].sort((a, b) => a - b));
    expect(new Set(arrows).size).toBe(4);
    expect(arrowPath(0)).toBe("");
    expect(arrowPath(-40)).toBe("M0,0H-30M-40,0L-30,-6V6Z");
    expect(arrowPath(40)).toBe("M0,0H30M40,0L30,-6V6Z");
  });

  it("has arrow and numbers inside wherever the cart may be", () => {
    const width = 640;
    const tight = stageOf(world, { width, height: 400 }, 0, 0);
    for (const side of [-1, 1] as const) {
      for (const place of [-world.xLimit, 0, world.xLimit]) {
        const [x] = hingeAt(tight, place);
        const start = forceStart(tight, x, side, width);
        for (const end of [x + start, x + start + side * tight.arrow]) {
          expect(end).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(width);
        }
      }
      expect(Math.sign(forceStart(tight, width / 2, side, width))).toBe(side);
    }
    expect(numberSide(width / 2, 40, width)).toBe(1);
    expect(numberSide(width - 45, 40, width)).toBe(-1);
  });

  it("spans the angles between the limits", () => {
    expect(sectorPath(90, 100)).toBe("M0,0L-100,0A100,100,0,0,1,100,0Z");
    expect(sectorPath(30, 100)).toBe("M0,0L-50,-86.6A100,100,0,0,1,50,-86.6Z");
  });
});

describe("many carts", () => {
  const size = { width: 768, height: 480 };
  const aspect = (2 * halfWidth(world)) / worldHeight(world);

  it("one fills the picture", () => {
    expect(tilesOf(1, size, aspect, 18)).toEqual([{ left: 0, top: 0, ...size }]);
  });

  it.each([2, 3, 4, 7, 10, 16, 64])("%i lie inside, apart from one another, as equals", (count) => {
    const tiles = tilesOf(count, size, aspect, 18);
    expect(tiles).toHaveLength(count);
    for (const [i, a] of tiles.entries()) {
      expect(a.left + a.width).toBeLessThanOrEqual(size.width + 1e-9);
      expect(a.top + a.height).toBeLessThanOrEqual(size.height + 1e-9);
      expect([a.width, a.height]).toEqual([tiles[0].width, tiles[0].height]);
      for (const b of tiles.slice(i + 1)) {
        const apartX = b.left >= a.left + a.width || a.left >= b.left + b.width;
        expect(apartX || b.top >= a.top + a.height || a.top >= b.top + b.height).toBe(true);
      }
    }
  });

  it("wide pictures go below one another in a column, tall ones side by side", () => {
    expect(new Set(tilesOf(2, size, 4, 0).map((tile) => tile.left)).size).toBe(1);
    expect(new Set(tilesOf(2, size, 0.5, 0).map((tile) => tile.top)).size).toBe(1);
  });
});

describe("the phase plot", () => {
  const scale = phaseScale({ width: 364, height: 272 }, 12, 100);

  it("puts the upright, resting pole in the middle, right and fast at the top right", () => {
    expect([scale.x(0), scale.y(0)]).toEqual([202, 128]);
    const degrees = Math.PI / 180;
    expect(scale.x(15 * degrees)).toBeCloseTo(scale.right, 9);
    expect(scale.x(-15 * degrees)).toBeCloseTo(scale.left, 9);
    expect(scale.y(100 * degrees)).toBeCloseTo(scale.top, 9);
    expect(scale.y(-100 * degrees)).toBeCloseTo(scale.bottom, 9);
  });

  it("grows with the speed and does not shrink again", () => {
    expect(speedOf(0, [])).toBe(100);
    expect(speedOf(100, [{ theta: 0, thetaDot: -3 }])).toBe(200);
    expect(speedOf(200, [{ theta: 0, thetaDot: 1 }])).toBe(200);
    expect(speedOf(100, [{ theta: 0, thetaDot: NaN }])).toBe(100);
    expect(speedOf(100, [{ theta: 0, thetaDot: Infinity }])).toBe(100);
  });

  it("draws the way unbroken, the newest part strongest", () => {
    const trail = Array.from({ length: 41 }, (_, i) => ({ theta: i / 1000, thetaDot: 0 }));
    const shades = phaseTrail(trail, scale);
    expect(shades).toHaveLength(8);
    for (const [i, shade] of shades.entries()) {
      if (i === 0) continue;
      const end = shades[i - 1].d.split("L").at(-1);
      expect(shade.d.slice(1).split("L")[0]).toBe(end);
      expect(shade.opacity).toBeGreaterThan(shades[i - 1].opacity);
    }
    expect(phaseTrail([], scale)).toEqual([]);
    expect(phaseTrail(trail.slice(0, 1), scale)).toEqual([]);
    expect(phaseTrail(trail.slice(0, 2), scale)).toHaveLength(1);
  });
});
