import { cartPoleFigure as words } from "../../../messages/cart-pole-figure";
import { fill } from "../../../messages/section";
import type { CartPoleState } from "../env";
import { append } from "./append";
import { readings } from "./motion";

/** Height of a line of writing in a large picture, and above many small ones. */
export const LINE = 24;
/** Narrower pictures write the four numbers in two rows. */
const ONE_ROW = 560;

/** How many rows the four numbers take. */
export function rowsOfNumbers(width: number): number {
  return width >= ONE_ROW ? 1 : 2;
}

/** The four numbers of a state, above its picture. */
export class StateNumbers {
  private readonly texts: SVGTextElement[];

  constructor(parent: SVGElement) {
    const group = append(parent, "g", "numbers");
    this.texts = Array.from({ length: 4 }, () => append(group, "text", "number"));
  }

  /** In rows of this width. */
  place(width: number): void {
    const columns = 4 / rowsOfNumbers(width);
    for (const [i, text] of this.texts.entries()) {
      text.setAttribute("x", String(12 + ((i % columns) * (width - 12)) / columns));
      text.setAttribute("y", String(LINE * (1 + Math.floor(i / columns))));
    }
  }

  /** Of the first of many carts it is said whose they are. */
  show(state: CartPoleState, isOfMany = false): void {
    const written = readings(state);
    if (isOfMany) written[0] = fill(words.ofFirst, { number: written[0] });
    for (const [i, text] of this.texts.entries()) {
      if (text.textContent !== written[i]) text.textContent = written[i];
    }
  }

  clear(): void {
    for (const text of this.texts) text.textContent = "";
  }
}
