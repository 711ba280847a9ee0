import type { Held } from "./game";

/** The keys and fingers that push at the moment: the last one that was put down counts. */
export class Holding {
  private down: { source: string; side: -1 | 1 }[] = [];

  get side(): Held {
    return this.down.at(-1)?.side ?? 0;
  }

  /** `source` names the key or the finger. */
  press(source: string, side: -1 | 1): void {
    this.release(source);
    this.down.push({ source, side });
  }

  release(source: string): void {
    this.down = this.down.filter((each) => each.source !== source);
  }

  releaseAll(): void {
    this.down = [];
  }
}
