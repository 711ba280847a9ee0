import { crowdedOut, type TrainingEntry, type TrainingRecord } from "./training-records";

const NAME = "bellman-training";
/** Of the database's form. Another one is replaced: what it holds is only ever a saving of time. */
const SCHEMA = 2;
const ENTRIES = "entries";
const RUNS = "runs";

/** Where runs are stored. Every method rejects where the browser does not let the page store anything. */
export interface TrainingStore {
  /** What is stored under `key`, whatever it is; undefined if nothing is. */
  read(key: string): Promise<unknown>;
  /**
   * Stores it in place of what was there; the oldest of the others go where there is no room. `isLast`: the page may be
   * about to go, so all that takes a round trip is left to the next time.
   */
  write(record: TrainingRecord, isLast: boolean): Promise<void>;
  remove(key: string): Promise<void>;
}

let opened: Promise<IDBDatabase> | null = null;

/** Runs in IndexedDB. What they are is kept apart from what they hold, which is large and seldom read. */
export const trainingDatabase: TrainingStore = {
  async read(key) {
    const stores = await transaction("readonly");
    const [entry, run] = await Promise.all([
      answer(stores(ENTRIES).get(key) as IDBRequest<TrainingEntry | undefined>),
      answer(stores(RUNS).get(key) as IDBRequest<{ run: unknown } | undefined>),
    ]);
    return entry || run ? { ...entry, run: run?.run } : undefined;
  },

  async write({ run, ...entry }, isLast) {
    const stores = await transaction("readwrite");
    stores(ENTRIES).put(entry);
    stores(RUNS).put({ key: entry.key, run });
    if (isLast) {
      stores.commit();
    } else {
      const known = stores(ENTRIES).getAll() as IDBRequest<TrainingEntry[]>;
      known.onsuccess = () => {
        for (const key of crowdedOut(known.result, entry)) {
          stores(ENTRIES).delete(key);
          stores(RUNS).delete(key);
        }
      };
    }
    await stores.done;
  },

  async remove(key) {
    const stores = await transaction("readwrite");
    stores(ENTRIES).delete(key);
    stores(RUNS).delete(key);
    await stores.done;
  },
};

/** A transaction over both stores; `done` settles with it. */
async function transaction(mode: IDBTransactionMode) {
  opened ??= open();
  const database = await opened;
  const begun = database.transaction([ENTRIES, RUNS], mode);
  const done = new Promise<void>((resolve, reject) => {
    begun.oncomplete = () => resolve();
    begun.onabort = () => reject(begun.error ?? new Error("not stored"));
  });
  done.catch(() => {}); // whoever waits for it is told too
  return Object.assign((name: string) => begun.objectStore(name), { done, commit: () => begun.commit() });
}

async function open(isRetry = false): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, SCHEMA); // looking at it alone can throw, in a sandboxed frame
  request.onupgradeneeded = () => {
    const database = request.result;
    for (const name of Array.from(database.objectStoreNames)) database.deleteObjectStore(name);
    for (const name of [ENTRIES, RUNS]) database.createObjectStore(name, { keyPath: "key" });
  };
  try {
    const database = await answer(request);
    const forget = (): void => {
      opened = null;
    };
    database.onversionchange = () => {
      database.close(); // a newer page in another tab must not wait for this one
      forget();
    };
    database.onclose = forget;
    return database;
  } catch (error) {
    opened = null;
    const isNewer = error instanceof DOMException && error.name === "VersionError";
    if (!isNewer || isRetry) throw error;
    await answer(indexedDB.deleteDatabase(NAME));
    return open(true);
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("not answered"));
  });
}
