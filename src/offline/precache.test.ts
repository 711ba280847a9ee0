import { beforeEach, describe, expect, it } from "vitest";
import type { Listing } from "./listing";
import { Precache } from "./precache";

const SITE = "https://uni.test/rl/";

/** A cache as browsers have it, as far as it is used. */
class FakeCache {
  readonly entries = new Map<string, Response>();

  put(key: string, response: Response): Promise<void> {
    this.entries.set(key, response);
    return Promise.resolve();
  }

  match(key: string, { ignoreSearch = false } = {}): Promise<Response | undefined> {
    const found = [...this.entries].find(([url]) => (ignoreSearch ? url.split("?")[0] : url) === key);
    return Promise.resolve(found?.[1].clone());
  }

  keys(): Promise<{ url: string }[]> {
    return Promise.resolve([...this.entries.keys()].map((url) => ({ url })));
  }

  delete({ url }: { url: string }): Promise<boolean> {
    return Promise.resolve(this.entries.delete(url));
  }
}

let caches: Map<string, FakeCache>;
let cache: FakeCache;
let server: Map<string, string>;
let asked: string[];

/** The service worker of a version. The server refuses a file whose hash is another than is asked for, as browsers do. */
function version(listing: Listing, site = SITE): Precache {
  const fetch = (input: Request | string, options: RequestInit = {}) => {
    const path = (typeof input === "string" ? input : input.url).slice(site.length);
    asked.push(`${path}${options.cache ? ` ${options.cache}` : ""}`);
    const content = server.get(path);
    if (content === undefined) return Promise.resolve(new Response("", { status: 404 }));
    const wanted = options.integrity;
    if (wanted && wanted !== hash(content)) return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve(new Response(content));
  };
  const open = (name: string) => {
    const found = caches.get(name) ?? new FakeCache();
    caches.set(name, found);
    return Promise.resolve(found as unknown as Cache);
  };
  return new Precache(site, listing, { caches: { open }, fetch });
}

const hash = (content: string) => `sha256-${content}+/=`;
const get = (path: string, method = "GET") => new Request(SITE + path, { method });
const textOf = async (answer: Promise<Response> | undefined) => (await answer)?.text();

const FIRST: Listing = {
  "": hash("page 1"),
  "assets/a-1.js": hash("a 1"),
  "assets/b-1.js": hash("b"),
  "weights/w.bin": hash("w 1"),
};
const SECOND: Listing = {
  "": hash("page 2"),
  "assets/a-2.js": hash("a 2"),
  "assets/b-1.js": hash("b"),
  "weights/w.bin": hash("w 2"),
};

function publish(contents: Record<string, string>): void {
  server = new Map(Object.entries(contents));
}
const publishFirst = () =>
  publish({ "": "page 1", "assets/a-1.js": "a 1", "assets/b-1.js": "b", "weights/w.bin": "w 1" });
const publishSecond = () =>
  publish({ "": "page 2", "assets/a-2.js": "a 2", "assets/b-1.js": "b", "weights/w.bin": "w 2" });

beforeEach(() => {
  cache = new FakeCache();
  caches = new Map([[`bellman-files ${SITE}`, cache]]);
  asked = [];
  publishFirst();
});

describe("the first version", () => {
  it("fetches every file once, from the browser's own cache only where a name tells the content", async () => {
    await version(FIRST).fill();
    expect(asked.toSorted()).toEqual([
      " no-cache",
      "assets/a-1.js default",
      "assets/b-1.js default",
      "weights/w.bin no-cache",
    ]);
    await version(FIRST).fill();
    expect(asked).toHaveLength(4);
  });

  it("answers for the page, whatever its query, and for its files without asking the server", async () => {
    const precache = version(FIRST);
    await precache.fill();
    server.clear();
    for (const path of ["", "index.html", "?lesson=bellman&step=2"])
      expect(await textOf(precache.answer(get(path)))).toBe("page 1");
    expect(await textOf(precache.answer(get("weights/w.bin")))).toBe("w 1");
    expect(asked).toHaveLength(4);
  });

  it("leaves all else to the network", async () => {
    const precache = version(FIRST);
    await precache.fill();
    for (const path of ["digits/train-0.bin", "sw.js", "constructor", "weights/"])
      expect(precache.answer(get(path))).toBeUndefined();
    expect(precache.answer(get("", "POST"))).toBeUndefined();
    expect(precache.answer(new Request("https://uni.test/other/"))).toBeUndefined();
  });

  it("asks the server for a file that the cache has lost", async () => {
    const precache = version(FIRST);
    await precache.fill();
    cache.entries.clear();
    expect(await textOf(precache.answer(get("assets/b-1.js")))).toBe("b");
  });

  it.each([
    ["is another than was built", () => server.set("weights/w.bin", "w 2"), "Failed to fetch"],
    ["is not there", () => server.delete("weights/w.bin"), "The server answered 404 for weights/w.bin."],
  ])("is not taken where a file %s", async (_, spoil, why) => {
    spoil();
    await expect(version(FIRST).fill()).rejects.toThrow(why);
  });
});

describe("two sites of one origin", () => {
  it("leave each other’s files alone", async () => {
    const other = version(FIRST, "https://uni.test/other/");
    await other.fill();
    await version(FIRST).fill();
    await version(SECOND).tidy();
    server.clear();
    expect(await textOf(other.answer(new Request("https://uni.test/other/weights/w.bin")))).toBe("w 1");
  });
});

describe("a new version", () => {
  let first: Precache;
  let second: Precache;

  beforeEach(async () => {
    first = version(FIRST);
    second = version(SECOND);
    await first.fill();
    publishSecond();
    asked = [];
    await second.fill();
  });

  it("fetches only what changed, and the old one still answers as before", async () => {
    expect(asked.toSorted()).toEqual([" no-cache", "assets/a-2.js default", "weights/w.bin no-cache"]);
    expect(await textOf(first.answer(get("")))).toBe("page 1");
    expect(await textOf(first.answer(get("weights/w.bin")))).toBe("w 1");
  });

  it("has the old one's scripts for a page that is still open, until it tidies up", async () => {
    expect(await textOf(second.answer(get("")))).toBe("page 2");
    expect(await textOf(second.answer(get("assets/a-1.js")))).toBe("a 1");
    await second.tidy();
    expect((await second.answer(get("assets/a-1.js")))?.status).toBe(404);
    expect(cache.entries.size).toBe(4);
    expect(await textOf(second.answer(get("assets/a-2.js")))).toBe("a 2");
  });
});
