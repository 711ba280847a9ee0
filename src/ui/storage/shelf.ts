import { readWorks, withWork, type Work } from "./works";

const WORKS = "bellman.works";
/** Stored text that could not be read, kept as it was. */
const DAMAGED = "bellman.works.damaged";
/** How many works have been dropped to make room. */
const DROPPED = "bellman.works.dropped";

interface Store {
  read(key: string): string | null;
  write(key: string, text: string): boolean;
}

/**
 * What became of a save. `copied`: another tab has gone on with the same work, so this tab's now is one of its
 * own beside it. `refused`: the browser did not store it.
 */
export type Saved = "unchanged" | "saved" | "copied" | "refused";

/** The user's works in this browser, as one tab sees them: it has one work in hand and never writes over another. */
export class Shelf {
  /** The work in hand, and when it was stored as this tab knows it; 0: never. */
  id = newId();
  saved = 0;
  private text = "";

  /** `now`: milliseconds since 1970. */
  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** The stored works, newest first. A list that is damaged is first put aside. */
  list(): { works: Work[]; damaged: boolean } {
    const text = this.store.read(WORKS);
    const read = readWorks(text);
    if (read.damaged && text !== null) this.store.write(DAMAGED, text);
    return read;
  }

  /** How many works have been dropped so far, because there was no room for all. */
  get dropped(): number {
    const count = Number(this.store.read(DROPPED));
    return Number.isSafeInteger(count) && count > 0 ? count : 0;
  }

  /** A new work is in hand. */
  begin(): void {
    this.id = newId();
    this.saved = 0;
    this.text = "";
  }

  /** Goes on with a stored work. */
  adopt({ id, saved, scenario }: Work): void {
    this.id = id;
    this.saved = saved;
    this.text = JSON.stringify(scenario);
  }

  /** Stores the work in hand; `scenario` in its JSON form. */
  save(scenario: unknown): Saved {
    const text = JSON.stringify(scenario);
    if (text === this.text) return "unchanged";
    const { works } = this.list();
    const stored = works.find(({ id }) => id === this.id);
    const copied = stored !== undefined && stored.saved !== this.saved;
    if (copied && JSON.stringify(stored.scenario) === text) {
      this.adopt(stored);
      return "unchanged";
    }
    const work = { id: copied ? newId() : this.id, saved: this.now(), scenario };
    const next = withWork(works, work);
    if (!this.store.write(WORKS, JSON.stringify(next.works))) return "refused";
    if (next.dropped > 0) this.store.write(DROPPED, String(this.dropped + next.dropped));
    this.adopt(work);
    return copied ? "copied" : "saved";
  }
}

function newId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}
