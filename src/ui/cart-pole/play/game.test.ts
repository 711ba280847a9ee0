import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../../core/params";
import { Rng } from "../../../core/rng";
import { cartPole } from "../../../envs/cart-pole/env";
import { cartPoleParams } from "../../../envs/cart-pole/params";
import { Game } from "./game";

const TAU = 0.02;
const env = cartPole.create(defaultsOf(cartPoleParams));
const game = () => new Game(env, TAU, Rng.fromSeed(3));

/** Plays until the try is over; gives the steps it took. */
function fall(played: Game): number {
  for (let i = 0; i < 10_000; i++) if (played.advance(TAU)) return played.steps;
  throw new Error("never fell");
}

describe("a game", () => {
  it("stands still until it is begun", () => {
    const played = game();
    expect(played.advance(1)).toBe(false);
    expect([played.steps, played.playing, played.fraction]).toEqual([0, false, 1]);
    expect(played.begin()).toBe(true);
    expect(played.begin()).toBe(false);
  });

  it("goes by the agent's own steps, whatever the frames", () => {
    const even = game();
    even.begin();
    even.held = 1;
    const odd = game();
    odd.begin();
    odd.held = 1;
    for (let i = 0; i < 5; i++) even.advance(TAU);
    for (let i = 0; i < 10; i++) odd.advance(TAU / 2);
    expect(odd.current.state).toEqual(even.current.state);
    odd.advance(TAU / 4);
    expect(odd.fraction).toBeCloseTo(0.25);
    expect(odd.seconds).toBeCloseTo(0.1);
  });

  it("falls towards the left when pushed to the right all the time, and says so once", () => {
    const played = game();
    played.begin();
    played.held = 1;
    expect(fall(played)).toBeLessThan(20);
    expect(played.current.ended).toBe("terminated");
    expect(played.current.state.theta).toBeLessThan(0);
    expect(played.advance(TAU)).toBe(false);
  });

  it("is pushed to and fro while nothing is held: longer than by pushes one way, but not for ever", () => {
    const played = game();
    played.begin();
    expect(fall(played)).toBeGreaterThan(20);
    expect(played.current.action).toBeNull();
  });

  it("does not begin again with the key that was held in the fall", () => {
    const played = game();
    played.begin();
    played.held = -1;
    fall(played);
    expect(played.begin()).toBe(false);
    played.advance(1);
    expect(played.begin()).toBe(true);
    expect(played.steps).toBe(0);
    expect(played.current.ended).toBeNull();
  });

  it("does not make up for more than a moment in which nothing was drawn", () => {
    const played = game();
    played.begin();
    played.advance(60);
    expect(played.steps).toBeLessThanOrEqual(5);
  });

  it("ends without a result when the world changes: a try belongs to one world", () => {
    const played = game();
    played.begin();
    played.held = 1;
    played.advance(TAU);
    played.setWorld(cartPole.create({ ...defaultsOf(cartPoleParams), gravity: 1 }), TAU);
    expect([played.playing, played.steps, played.held]).toEqual([false, 0, 0]);
    expect(played.advance(10)).toBe(false);
    expect(played.begin()).toBe(true);
  });

  it("can be left without a result", () => {
    const played = game();
    played.begin();
    played.advance(TAU);
    played.leave();
    expect([played.playing, played.steps]).toEqual([false, 0]);
    expect(played.begin()).toBe(true);
  });
});
