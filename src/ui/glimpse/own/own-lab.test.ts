import { beforeEach, describe, expect, it, vi } from "vitest";
import type { GlimpsePicture, Probe } from "../../../core/glimpse";
import type { Scenario } from "../../../core/scenario";

const probe = vi.fn<(question: Omit<Probe, "id">) => number>(() => 1);
vi.mock("../../session", () => ({ probe }));

const { useLab } = await import("../../store");
const own = await import("./own-lab");
const { questionOf } = await import("./ask");
const { adviceOn } = await import("./Status");
const { useOwn } = own;

const scenario = (size: number): Scenario => ({
  v: 1,
  env: {
    id: "glimpse",
    params: { imageSize: size, digitSize: 28, patch: 8, scales: 1, glimpses: 2, clutter: 0 },
  },
  algo: { id: "ram", params: { sigma: 0.1, batchSize: 8 } },
  seed: 0,
});
const belief = Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0.9, 0.1, 0);
const place = { x: 0.2, y: -0.4 };
const answer: GlimpsePicture = {
  size: 28,
  patch: 8,
  scales: 1,
  planned: 2,
  sigma: 0.1,
  pixels: new Uint8Array(784),
  label: -1,
  pushes: null,
  glimpses: [
    { place, mean: place, belief, baseline: 0, patches: new Float32Array(), hidden: new Float32Array() },
  ],
};
const at = { x: 14, y: 14 };

beforeEach(() => {
  useLab.setState({ scenario: scenario(28) });
  own.fitOwn(scenario(32));
  own.fitOwn(scenario(28));
});

describe("the image", () => {
  it("begins anew with images of another size, not otherwise", () => {
    own.draw(at, at);
    const { pixels } = useOwn.getState();
    own.fitOwn({ ...scenario(28), algo: { id: "ram", params: { sigma: 0.2, batchSize: 8 } } });
    expect(useOwn.getState().pixels).toBe(pixels);
    expect(useOwn.getState().world.sigma).toBe(0.2);
    own.fitOwn({ ...scenario(40), env: { id: "grid-world", params: {} } });
    expect(useOwn.getState().pixels).toBe(pixels);
    own.fitOwn(scenario(40));
    expect(useOwn.getState().pixels).toHaveLength(1600);
    expect(useOwn.getState().past).toEqual([]);
  });
  it("takes back a whole stroke, then the one before", () => {
    own.draw(at, at);
    own.draw(at, { x: 20, y: 14 });
    own.endGesture();
    const first = useOwn.getState().pixels;
    own.draw({ x: 4, y: 4 }, { x: 9, y: 4 });
    own.endGesture();
    own.undo();
    expect(useOwn.getState().pixels).toEqual(first);
    own.undo();
    expect(useOwn.getState().pixels.every((value) => value === 0)).toBe(true);
    own.undo();
  });
  it("is drawn by keyboard with the pen down", () => {
    own.moveCursor(2, 0);
    expect(questionOf(useOwn.getState())).toBeNull();
    own.liftPen(true);
    own.moveCursor(3, 0);
    own.liftPen(false);
    const { pixels, cursor } = useOwn.getState();
    expect(pixels[14 * 28 + 18]).toBeGreaterThan(100);
    expect(cursor.x).toBeCloseTo(5 / 14);
  });
});

describe("the question", () => {
  it("is how the policy looks at it, or what it makes of the glimpses placed", () => {
    own.draw(at, at);
    expect(questionOf(useOwn.getState())).toMatchObject({ places: [], goOn: true });
    own.setMode("place");
    expect(questionOf(useOwn.getState())).toBeNull();
    own.placeGlimpse(place);
    expect(questionOf(useOwn.getState())).toMatchObject({ places: [place], goOn: false });
    own.letPolicyGoOn();
    expect(questionOf(useOwn.getState())?.goOn).toBe(true);
    own.placeGlimpse(place);
    own.placeGlimpse(place);
    expect(questionOf(useOwn.getState())).toMatchObject({ places: [place, place], goOn: false });
    own.takeBack();
    own.takeBack();
    expect(questionOf(useOwn.getState())).toBeNull();
  });
});

describe("the answer", () => {
  it("stands on the newest pixels, as long as the eye is the same", () => {
    own.draw(at, at);
    own.takeAnswer(answer);
    own.draw({ x: 4, y: 4 }, { x: 4, y: 4 });
    const picture = own.ownPicture(useOwn.getState());
    expect(picture.glimpses).toHaveLength(1);
    expect(picture.pixels).toBe(useOwn.getState().pixels);
    expect(own.ownPicture(useOwn.getState())).toBe(picture);
    own.takeAnswer({ ...answer, patch: 12 });
    expect(own.ownPicture(useOwn.getState()).glimpses).toEqual([]);
  });
  it("is told once the stroke has ended, and not while the network changes all the time", () => {
    own.draw(at, at);
    own.takeAnswer(answer);
    expect(useOwn.getState().says).toBe("");
    own.endGesture();
    expect(useOwn.getState().says).toBe("Glimpse 1 of 2 at x 0.20, y −0.40: most likely a 7 (90 %).");
    useOwn.setState({ says: "" });
    useLab.setState(({ run }) => ({ run: { ...run, status: "running" } }));
    own.takeAnswer(answer);
    expect(useOwn.getState().says).toBe("");
    useLab.setState(({ run }) => ({ run: { ...run, status: "paused" } }));
  });
});

it("says what to do next", () => {
  expect(adviceOn(useOwn.getState())).toContain("Draw a digit");
  own.draw(at, at);
  own.setMode("place");
  expect(adviceOn(useOwn.getState())).toContain("glimpse 1 of 2");
  own.placeGlimpse(place);
  own.placeGlimpse(place);
  expect(adviceOn(useOwn.getState())).toBe("All 2 glimpses are placed.");
});
