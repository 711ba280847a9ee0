import { expect, it } from "vitest";
import type { NetworkView } from "../../core/network-run";
import { swingsUntil } from "./shots";

const state = (time: number) => ({ x: 0, xDot: 0, theta: 0, thetaDot: 0, time });
const view = {
  agents: [{ state: state(2), action: 1, ended: null, episode: 0, return: 2 }],
  trail: Float32Array.of(0, 0, 1, 10, 0, 0, 2, 20, 0, 0, 3, 30),
} as unknown as NetworkView;

it("draws the trail up to the step that is on screen", () => {
  expect(swingsUntil(view, state(2), 9)).toEqual([
    { theta: 1, thetaDot: 10 },
    { theta: 2, thetaDot: 20 },
    { theta: 3, thetaDot: 30 },
  ]);
  expect(swingsUntil(view, state(1), 9)).toHaveLength(2);
  expect(swingsUntil(view, state(2), 1)).toEqual([{ theta: 3, thetaDot: 30 }]);
  expect(swingsUntil({ ...view, trail: new Float32Array() }, state(0), 9)).toEqual([]);
});
