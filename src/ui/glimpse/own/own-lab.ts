import { create } from "zustand";
import type { GlimpsePicture, Place } from "../../../core/glimpse";
import { isSame, type Scenario } from "../../../core/scenario";
import { glimpse as run } from "../../../messages/glimpse";
import { glimpseOwn as words } from "../../../messages/glimpse-own";
import { fill } from "../../../messages/section";
import { answerText, glimpseSentence, placeText } from "../../../plots/glimpse-words";
import { labOf } from "../../labs";
import { isMoving } from "../../moving";
import { useLab } from "../../store";
import { worldOf, type GlimpseWorld } from "../world";
import { blankImage, drawnOn, pixelsOf, shifted, type OwnImage } from "./own-image";
import type { Pixel } from "./pen";

/** What a pointer does on the image. */
export type Mode = "draw" | "move" | "place";

export interface OwnLab {
  world: GlimpseWorld;
  mode: Mode;
  erases: boolean;
  image: OwnImage;
  /** What undo returns to. */
  past: readonly OwnImage[];
  /** What the network is shown. */
  pixels: Uint8Array;
  /** Glimpses that somebody placed, and whether the policy goes on after them. */
  places: readonly Place[];
  goOn: boolean;
  /** Where the keyboard is on the image; what it draws with, where it is down. */
  cursor: Place;
  isPenDown: boolean;
  /** What the network makes of it; null before its first answer, and while there is nothing to ask. */
  answer: GlimpsePicture | null;
  /** For screen readers: where the cursor is, what came of the last glimpse. */
  says: string;
}

/** Steps back that are kept. */
const DEPTH = 50;
const MIDDLE: Place = { x: 0, y: 0 };
const NO_GLIMPSE = { places: [] as readonly Place[], goOn: false, answer: null, isPenDown: false };

function imageState(image: OwnImage): Pick<OwnLab, "image" | "pixels"> {
  return { image, pixels: pixelsOf(image) };
}

/** Of no run yet. */
const NO_WORLD: GlimpseWorld = {
  size: 28,
  digitSize: 28,
  patch: 8,
  scales: 1,
  glimpses: 6,
  clutter: 0,
  sigma: 0,
  batchSize: 1,
};

function freshLab(world: GlimpseWorld): OwnLab {
  return {
    ...NO_GLIMPSE,
    ...imageState(blankImage(world.size)),
    world,
    mode: "draw",
    erases: false,
    past: [],
    cursor: MIDDLE,
    says: "",
  };
}

/** The image on “Your own”. It stays while one looks at other tabs, and until the images of the run are of another size. */
export const useOwn = create<OwnLab>()(() => freshLab(NO_WORLD));

let lastGesture: string | undefined;

/** Fits the image to what the run is about; of another size, it begins anew. */
export function fitOwn(scenario: Scenario): void {
  if (labOf(scenario) !== "glimpse") return;
  const world = worldOf(scenario);
  const own = useOwn.getState();
  if (isSame(world, own.world)) return;
  if (world.size === own.world.size) useOwn.setState({ world });
  else {
    lastGesture = undefined;
    useOwn.setState(freshLab(world));
  }
}

export function setMode(mode: Mode): void {
  useOwn.setState({ ...NO_GLIMPSE, mode, says: "" });
}

/** Another image. Changes with the same `gesture` (a stroke, a drag) are undone together. */
export function setImage(image: OwnImage, gesture?: string): void {
  const { image: before, past } = useOwn.getState();
  const isNew = gesture === undefined || gesture !== lastGesture;
  lastGesture = gesture;
  useOwn.setState({ ...imageState(image), ...(isNew && { past: [...past, before].slice(-DEPTH) }) });
}

export function endGesture(): void {
  lastGesture = undefined;
  tell();
}

export function undo(): void {
  const { past } = useOwn.getState();
  const image = past.at(-1);
  if (!image) return;
  endGesture();
  useOwn.setState({ ...imageState(image), past: past.slice(0, -1) });
}

export function clear(): void {
  const { image } = useOwn.getState();
  setImage(blankImage(image.size));
  useOwn.setState({ ...NO_GLIMPSE, says: words.empty });
}

export function draw(from: Pixel, to: Pixel): void {
  const { image, erases, world } = useOwn.getState();
  setImage(drawnOn(image, from, to, world.digitSize, erases), "stroke");
}

export function move(dx: number, dy: number): void {
  setImage(shifted(useOwn.getState().image, dx, dy), "move");
}

/** Puts the next glimpse there, while the episode has one left. */
export function placeGlimpse(place: Place): void {
  const { places, world } = useOwn.getState();
  if (places.length >= world.glimpses) return;
  useOwn.setState({ places: [...places, place], goOn: false });
}

export function takeBack(): void {
  const { places } = useOwn.getState();
  useOwn.setState({ places: places.slice(0, -1), goOn: false, ...(places.length < 2 && { answer: null }) });
}

export function removeGlimpses(): void {
  useOwn.setState(NO_GLIMPSE);
}

export function letPolicyGoOn(): void {
  useOwn.setState({ goOn: true });
}

/** Moves the keyboard's cursor by so many pixels; a pen that is down draws. */
export function moveCursor(dx: number, dy: number): void {
  const { cursor, image, isPenDown } = useOwn.getState();
  const inside = (coordinate: number) => Math.max(-1, Math.min(1, coordinate));
  const to = { x: inside(cursor.x + (2 * dx) / image.size), y: inside(cursor.y + (2 * dy) / image.size) };
  if (isPenDown) draw(pixelAt(cursor, image.size), pixelAt(to, image.size));
  useOwn.setState({ cursor: to, says: placeText(to) });
}

export function liftPen(isPenDown: boolean): void {
  endGesture();
  const { cursor, image } = useOwn.getState();
  if (isPenDown) draw(pixelAt(cursor, image.size), pixelAt(cursor, image.size));
  useOwn.setState({ isPenDown, says: isPenDown ? words.penDown : words.penUp });
}

export function pixelAt({ x, y }: Place, size: number): Pixel {
  return { x: ((x + 1) / 2) * size, y: ((y + 1) / 2) * size };
}

/** Takes in what the network makes of the image. */
export function takeAnswer(answer: GlimpsePicture | null): void {
  useOwn.setState({ answer });
  tell();
}

/** Tells screen readers of the newest glimpse: not in the midst of a stroke, nor while the network changes all the time. */
function tell(): void {
  const { answer, world } = useOwn.getState();
  const newest = (answer?.glimpses.length ?? 0) - 1;
  if (!answer || newest < 0 || lastGesture !== undefined || isMoving(useLab.getState().run.status)) return;
  const isLast = newest + 1 >= world.glimpses;
  const glimpse = glimpseSentence(answer, newest);
  const said = fill(run.answered, { glimpse, answer: answerText(answer) });
  useOwn.setState({ says: isLast ? said : glimpse });
}

let drawn: { of: readonly unknown[]; picture: GlimpsePicture } | null = null;

/** The image with what the network made of it: the newest pixels at once, its glimpses when they come. */
export function ownPicture({ answer, image, pixels, world }: OwnLab): GlimpsePicture {
  const of = [answer, image, pixels, world];
  if (drawn?.of.every((value, i) => value === of[i])) return drawn.picture;
  const { size, patch, scales, glimpses: planned, sigma } = world;
  const frame = { size, patch, scales, planned };
  const isOfThis = answer && Object.entries(frame).every(([name, value]) => answer[name as "size"] === value);
  const blank = { ...frame, sigma, glimpses: [], pushes: null };
  const picture = { ...(isOfThis ? answer : blank), pixels, label: image.label };
  drawn = { of, picture };
  return picture;
}
