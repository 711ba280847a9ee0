import { cartPoleFigure as words } from "../../../messages/cart-pole-figure";
import { fill } from "../../../messages/section";
import type { CartPoleState } from "../env";
import { append } from "./append";
import type { CartPoleWorld, CartShot } from "./model";
import { briefText, DEGREES, endingText } from "./motion";
import { AXIS_HEIGHT, drawScenery } from "./scenery";
import { arrowPath, forceStart, hingeAt, numberSide, sectorPath, stageOf, tipAt, type Stage } from "./stage";
import { LINE, rowsOfNumbers, StateNumbers } from "./state-numbers";
import type { Tile } from "./tiles";

/** Height of the caption above a small picture. */
export const CAPTION = 18;
/** Narrower small pictures have no caption. */
const CAPTIONED = 60;
/** With shorter poles the angle limit has no number, and with much shorter ones it is not drawn. */
const LABELLED = 60;
const TINY = 30;

/** Length of the arrow of a blow, in m. */
const BLOW = 0.35;

/** One cart in its part of the drawing. */
export class CartPicture {
  private readonly root: SVGGElement;
  private readonly parts: ReturnType<typeof makeParts>;
  private stage: Stage | null = null;
  private large = false;
  private width = 0;
  /** How far right of the hinge the number of the angle limit is, where that is in the picture. */
  private aside = 0;
  /** The blow that is shown: its strength, or 0. */
  private struck = 0;

  /** `index` counts the carts from 0. */
  constructor(
    parent: SVGElement,
    private readonly index: number,
  ) {
    this.root = append(parent, "g", "cart-picture");
    this.parts = makeParts(this.root);
  }

  /** Draws all that does not move. `large`: with the axis, the units and the numbers of the state. */
  place(world: CartPoleWorld, tile: Tile, large: boolean): void {
    const { parts } = this;
    const rows = rowsOfNumbers(tile.width);
    const writing = large ? (rows + 1) * LINE + 8 : CAPTION;
    const stage = stageOf(world, tile, writing, large ? AXIS_HEIGHT : 4);
    this.stage = stage;
    this.large = large;
    this.width = tile.width;
    this.root.setAttribute("transform", `translate(${tile.left},${tile.top})`);
    this.root.classList.toggle("is-small", !large);
    this.root.classList.toggle("is-tiny", stage.pole.length < TINY);
    drawScenery(parts.scenery, world, stage, tile, large);
    const { cart, hinge, pole } = stage;
    set(parts.body, {
      x: -cart.width / 2,
      y: -hinge,
      width: cart.width,
      height: cart.height,
      rx: Math.min(4, cart.height / 6),
    });
    for (const [i, wheel] of parts.wheels.entries()) {
      set(wheel, { cx: (i - 0.5) * cart.width * 0.55, cy: -cart.wheel, r: cart.wheel });
    }
    for (const part of [parts.sector, parts.plumb, parts.pole, parts.joint, parts.angle]) {
      part.setAttribute("transform", `translate(0,${-hinge})`);
    }
    parts.sector.setAttribute("d", sectorPath(world.thetaLimitDeg, pole.length));
    parts.plumb.setAttribute("d", `M0,0V${-pole.length}`);
    const lean = world.thetaLimitDeg / DEGREES;
    const along = pole.length * 0.55;
    const aside = world.thetaLimitDeg <= 45 ? 20 : -20; // outside the sector, where the track is not in the way
    this.aside = along * Math.sin(lean) + aside * Math.cos(lean);
    set(parts.angle, { y: -along * Math.cos(lean) + aside * Math.sin(lean) + 5 });
    parts.angle.textContent = large && pole.length >= LABELLED ? `${world.thetaLimitDeg}°` : "";
    set(parts.rod, {
      x: -pole.width / 2,
      y: -pole.length,
      width: pole.width,
      height: pole.length + pole.width / 2,
      rx: pole.width / 2,
    });
    set(parts.joint, { r: Math.max(1.5, pole.width * 0.35) });
    parts.force.textContent = large ? `${world.forceMag} N` : "";
    set(parts.caption, large ? { x: 12, y: LINE * (rows + 1) } : { x: 4, y: 13 });
    parts.numbers.place(tile.width);
    if (!large) parts.numbers.clear();
  }

  /** Moves cart and pole to `state`, on the way to `shot` or there. */
  show(state: CartPoleState, shot: CartShot, world: CartPoleWorld): void {
    const { parts, stage } = this;
    if (!stage) return;
    const [x] = hingeAt(stage, state.x);
    parts.cart.setAttribute("transform", `translate(${hundredth(x)},${hundredth(stage.track)})`);
    parts.rod.setAttribute("transform", `rotate(${hundredth(state.theta * DEGREES)})`);
    setAttribute(parts.angle, "x", String(hundredth(numberSide(x, this.aside, this.width) * this.aside)));
    this.showForce(shot.action, stage, x);
    this.showBlow(stage, state);
    const ending = state.time === shot.state.time ? endingText(shot, world) : "";
    this.root.classList.toggle("is-over", ending !== "" && shot.ended === "terminated");
    setText(
      parts.caption,
      this.large
        ? ending || fill(words.step, { step: state.time })
        : this.brief(state, ending ? shot.ended : null),
    );
    if (this.large) parts.numbers.show(state);
  }

  /** The caption of a small picture: as much as there is room for. */
  private brief({ time }: CartPoleState, ended: CartShot["ended"]): string {
    return this.width < CAPTIONED ? "" : briefText(time, ended, this.index, this.width);
  }

  /** Shows that the pole is struck; 0: no more. Takes effect with the next `show`. */
  strike(strength: number): void {
    this.struck = strength;
  }

  remove(): void {
    this.root.remove();
  }

  /** An arrow that ends at the upper end of the pole. */
  private showBlow(stage: Stage, state: CartPoleState): void {
    const { blow } = this.parts;
    const side = Math.sign(this.struck);
    const length = side * Math.max(16, BLOW * stage.scale);
    setAttribute(blow, "d", side === 0 ? "" : arrowPath(length));
    if (side === 0) return;
    const [x, y] = tipAt(stage, state);
    const start = x - length - side * (stage.pole.width / 2 + 2);
    setAttribute(blow, "transform", `translate(${hundredth(start)},${hundredth(y + 6)})`);
  }

  private showForce(action: number | null, stage: Stage, x: number): void {
    const { arrow, force } = this.parts;
    const side = action === 1 ? 1 : -1;
    const middle = -stage.cart.wheel - stage.cart.height / 2;
    const start = forceStart(stage, x, side, this.width);
    setAttribute(arrow, "d", action === null ? "" : arrowPath(side * stage.arrow));
    setAttribute(arrow, "transform", `translate(${hundredth(start)},${hundredth(middle)})`);
    force.classList.toggle("is-hidden", action === null || stage.arrow === 0);
    setAttribute(force, "x", String(hundredth(start + (side * stage.arrow) / 2)));
    setAttribute(force, "y", String(hundredth(middle - 10)));
  }
}

function makeParts(root: SVGGElement) {
  const scenery = append(root, "g", "scenery");
  const numbers = new StateNumbers(root);
  const cart = append(root, "g", "cart");
  const sector = append(cart, "path", "sector");
  const plumb = append(cart, "path", "plumb");
  const angle = append(cart, "text", "limit angle");
  const wheels = [append(cart, "circle", "wheel"), append(cart, "circle", "wheel")];
  const body = append(cart, "rect", "body");
  const pole = append(cart, "g", "pole");
  const rod = append(pole, "rect", "rod");
  const joint = append(cart, "circle", "joint");
  const arrow = append(cart, "path", "arrow");
  const force = append(cart, "text", "force");
  const blow = append(root, "path", "arrow blow");
  const caption = append(root, "text", "caption");
  return {
    scenery,
    numbers,
    cart,
    sector,
    plumb,
    angle,
    wheels,
    body,
    pole,
    rod,
    joint,
    arrow,
    force,
    blow,
    caption,
  };
}

function set(node: SVGElement, attributes: Record<string, number>): void {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(hundredth(value)));
}

/** Browsers work for every write, even of the same value. */
function setAttribute(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

function hundredth(x: number): number {
  return Math.round(x * 100) / 100;
}
