import { describe, expect, it } from "vitest";
import type { CartShot } from "../../envs/cart-pole/view";
import { Playback } from "./playback";

const at = (time: number): CartShot[] => [
  { state: { x: time, xDot: 0, theta: 0, thetaDot: 0, time }, action: 1, ended: null, episode: 0 },
];

describe("the playback", () => {
  it("shows nothing before the first step, and that one at once", () => {
    const playback = new Playback();
    expect(playback.at(0, 50)).toBeNull();
    playback.add(0, at(0));
    expect(playback.at(5, 50)).toMatchObject({ current: at(0), fraction: 1, still: true });
  });

  it("takes as long from step to step as a step lasts", () => {
    const playback = new Playback();
    playback.add(0, at(0));
    playback.at(0, 4);
    playback.add(1, at(1));
    expect(playback.at(1000, 4)).toMatchObject({ previous: at(0), current: at(1), fraction: 0 });
    expect(playback.at(1125, 4)).toMatchObject({ fraction: 0.5, still: false });
    expect(playback.at(1250, 4)).toMatchObject({ fraction: 1, still: true });
    playback.add(2, at(2));
    expect(playback.at(1300, 4)).toMatchObject({ previous: at(1), current: at(2), fraction: 0 });
    expect(playback.at(1425, 4)).toMatchObject({ fraction: 0.5 });
  });

  it("waits for a step that is late, and is never far behind", () => {
    const playback = new Playback();
    playback.add(0, at(0));
    playback.at(0, 10);
    playback.add(1, at(1));
    playback.at(400, 10);
    expect(playback.at(800, 10)).toMatchObject({ fraction: 1, still: true });
    for (let tick = 2; tick < 9; tick++) playback.add(tick, at(tick));
    expect(playback.at(801, 10)).toMatchObject({ previous: at(4), current: at(5), fraction: 0 });
  });

  it("moves on evenly though steps come unevenly", () => {
    const playback = new Playback();
    const moves: number[] = [];
    let tick = 0;
    let before = 0;
    playback.add(0, at(0));
    // A display of 60 frames a second; each of 50 steps a second comes up to 12 ms late.
    for (let now = 0; now < 6000; now += 1000 / 60) {
      while ((tick + 1) * 20 + ((tick * 7) % 13) <= now) playback.add(++tick, at(tick));
      const moment = playback.at(now, 50);
      if (!moment) continue;
      const from = moment.previous[0].state.time;
      const place = from + moment.fraction * (moment.current[0].state.time - from);
      if (now > 3000) moves.push(place - before);
      before = place;
    }
    expect(Math.min(...moves)).toBeGreaterThan(0.5);
    expect(Math.max(...moves)).toBeLessThan(1.2);
  });

  it("shows the newest step where they come fast", () => {
    const playback = new Playback();
    playback.add(0, at(0));
    playback.add(40, at(40));
    playback.add(90, at(90));
    expect(playback.at(16, Infinity)).toMatchObject({ current: at(90), fraction: 1, still: true });
  });

  it("jumps to where a run is put, and takes up what a push has changed", () => {
    const playback = new Playback();
    playback.add(7, at(7));
    playback.at(0, 50);
    playback.add(3, at(3));
    expect(playback.at(1, 50)).toMatchObject({ current: at(3), still: true });
    playback.add(3, at(5));
    expect(playback.at(2, 50)).toMatchObject({ current: at(5), still: true });
  });
});
