import type { Scene } from "./scene";

const SVG = "http://www.w3.org/2000/svg";

/** How one kind of mark is drawn. An item is a cell, or a pair cell × 4 + action. */
export interface Mark {
  readonly className: string;
  readonly tag: "rect" | "path" | "text";
  /** All that the drawing depends on, as one value; null where the item has no mark. */
  key(scene: Scene, item: number): string | number | null;
  /** Sets the attributes of a fresh or changed node. */
  draw(node: SVGElement, scene: Scene, item: number): void;
}

/**
 * A d3-style join, by item, that touches the document only where a key has changed: at 60 pictures a second
 * on large maps the general join would spend its time comparing.
 */
export class CellLayer {
  private readonly group: SVGGElement;
  private readonly drawn = new Map<number, { node: SVGElement; key: string | number; stamp: number }>();
  private stamp = 0;

  constructor(
    parent: SVGGElement,
    private readonly mark: Mark,
  ) {
    this.group = document.createElementNS(SVG, "g");
    this.group.setAttribute("class", mark.className);
    parent.append(this.group);
  }

  update(scene: Scene, items: readonly number[]): void {
    const { mark, drawn } = this;
    const stamp = ++this.stamp;
    for (const item of items) {
      const key = mark.key(scene, item);
      if (key === null) continue;
      let entry = drawn.get(item);
      if (entry === undefined) {
        const node = document.createElementNS(SVG, mark.tag);
        this.group.append(node);
        entry = { node, key, stamp };
        drawn.set(item, entry);
        mark.draw(node, scene, item);
      } else if (entry.key !== key) {
        entry.key = key;
        mark.draw(entry.node, scene, item);
      }
      entry.stamp = stamp;
    }
    if (drawn.size === 0) return;
    for (const [item, entry] of drawn) {
      if (entry.stamp === stamp) continue;
      entry.node.remove();
      drawn.delete(item);
    }
  }

  /** Forgets what was drawn, after a change that keys do not cover: of the cells' places, or of the detail. */
  clear(): void {
    for (const { node } of this.drawn.values()) node.remove();
    this.drawn.clear();
  }
}
