import { isEmbedded } from "../mode-state";

/** The part of the Storage interface that the page uses. */
type Store = Pick<Storage, "getItem" | "setItem">;

/**
 * A browser storage that may be missing (a sandboxed frame), refused or full. Nothing here throws:
 * reading gives null, and writing tells whether it worked.
 */
class SafeStorage {
  /** `find` is called at each use: even looking at window.localStorage can throw. */
  constructor(
    private readonly find: () => Store,
    private readonly keeps: () => boolean,
  ) {}

  read(key: string): string | null {
    try {
      return this.find().getItem(key);
    } catch {
      return null;
    }
  }

  write(key: string, text: string): boolean {
    try {
      if (!this.keeps()) return false;
      this.find().setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }
}

/** Shared by all tabs, and kept; a frame in another page keeps nothing. */
export const lasting = new SafeStorage(
  () => window.localStorage,
  () => !isEmbedded(),
);

/** This tab's own, kept over a reload. */
export const perTab = new SafeStorage(
  () => window.sessionStorage,
  () => true,
);
