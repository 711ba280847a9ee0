import { cartPoleFigure as words } from "../../messages/cart-pole-figure";
import { standaloneSvg } from "../../plots/standalone-svg";
import { append } from "./figure/append";
import { CAPTION, CartPicture } from "./figure/cart-picture";
import "./figure/figure.css";
import type { CartPoleWorld, CartShot } from "./figure/model";
import { between, describe } from "./figure/motion";
import { halfWidth, worldHeight, type Size } from "./figure/stage";
import { LINE, rowsOfNumbers, StateNumbers } from "./figure/state-numbers";
import { tilesOf } from "./figure/tiles";

export type { CartPoleWorld, CartShot } from "./figure/model";
export { between } from "./figure/motion";
export { createPhasePlot, type PhasePlot } from "./figure/phase-plot";

/** A live picture of one cart, or of many side by side. */
export interface CartPoleFigure {
  /** The limits, the pole and the force to draw. */
  setWorld(world: CartPoleWorld): void;
  /**
   * Draws every cart a `fraction` in [0, 1] of the way from one shot to the next; cheap enough for every frame.
   * Cart i of `previous` is cart i of `current`; carts that were not there before appear where they are.
   */
  update(previous: readonly CartShot[], current: readonly CartShot[], fraction: number): void;
  /** Shows for a moment that every pole has been struck, to the right where `strength` is positive. */
  strike(strength: number): void;
  /** Describes the picture afresh for screen readers: when a run pauses, not on every frame. */
  refreshLabel(): void;
  /** The picture as it is now, as the text of an SVG file that needs nothing else. */
  toSvg(): string;
  destroy(): void;
}

/** How long a blow is seen. */
const STRUCK_FOR = 500; // ms

/** Creates the figure; it fills `host`, whose size it follows. Its name begins with `title`. */
export function createCartPoleFigure(host: HTMLElement, title: string = words.name): CartPoleFigure {
  const root = document.createElement("div");
  root.className = "cart-pole-figure";
  root.setAttribute("role", "img");
  root.setAttribute("aria-label", title);
  host.append(root);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "cart-pole-drawing");
  svg.setAttribute("aria-hidden", "true");
  root.append(svg);

  let world: CartPoleWorld | null = null;
  let size: Size = root.getBoundingClientRect();
  let pictures: CartPicture[] = [];
  // Of many, the first has its numbers above all.
  const first = new StateNumbers(append(svg, "g", "first-cart"));
  let last: { previous: readonly CartShot[]; current: readonly CartShot[]; fraction: number } = {
    previous: [],
    current: [],
    fraction: 1,
  };

  const place = () => {
    if (!world || size.width < 2 || size.height < 2) return;
    const count = last.current.length;
    while (pictures.length > count) pictures.pop()?.remove();
    while (pictures.length < count) pictures.push(new CartPicture(svg, pictures.length));
    const writing = count > 1 ? rowsOfNumbers(size.width) * LINE + 8 : 0;
    const free = { width: size.width, height: size.height - writing };
    const tiles = tilesOf(count, free, (2 * halfWidth(world)) / worldHeight(world), CAPTION);
    for (const [i, picture] of pictures.entries()) {
      picture.place(world, { ...tiles[i], top: tiles[i].top + writing }, count === 1);
    }
    first.place(size.width);
    if (count === 1) first.clear();
  };
  const show = () => {
    if (!world) return;
    const { previous, current, fraction } = last;
    for (const [i, picture] of pictures.entries()) {
      const state = between(previous[i], current[i], fraction);
      picture.show(state, current[i], world);
      if (i === 0 && pictures.length > 1) first.show(state, true);
    }
  };
  let struck: ReturnType<typeof setTimeout> | undefined;
  const strike = (strength: number) => {
    for (const picture of pictures) picture.strike(strength);
    show();
  };
  const redraw = () => {
    place();
    show();
  };
  const resized = new ResizeObserver(([entry]) => {
    size = { width: entry.contentRect.width, height: entry.contentRect.height };
    redraw();
  });
  resized.observe(root);

  return {
    setWorld(next) {
      world = next;
      redraw();
    },
    update(previous, current, fraction) {
      last = { previous, current, fraction };
      if (current.length !== pictures.length) place();
      show();
    },
    strike(strength) {
      clearTimeout(struck);
      strike(strength);
      struck = setTimeout(() => strike(0), STRUCK_FOR);
    },
    refreshLabel() {
      if (world) root.setAttribute("aria-label", describe(title, last.current, world));
    },
    toSvg: () => standaloneSvg(svg, getComputedStyle(root).backgroundColor),
    destroy() {
      clearTimeout(struck);
      resized.disconnect();
      pictures = [];
      root.remove();
    },
  };
}
