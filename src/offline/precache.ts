import type { Listing } from "./listing";

/** So few at a time that the page's own requests find a free connection. */
const AT_ONCE = 3;

/** What is used of the browser; tests have their own. */
export interface Browser {
  readonly caches: Pick<CacheStorage, "open">;
  fetch(input: Request | string, options?: RequestInit): Promise<Response>;
}

/**
 * The files of the site in the browser's cache, each under its address with its hash as the query: versions lie side by
 * side there, and what did not change is in it once. Each site has a cache of its own: two may lie in one origin.
 */
export class Precache {
  private readonly name: string;

  /** `site`: the address of the folder that the page lies in. `listing`: the files of this version. */
  constructor(
    private readonly site: string,
    private readonly listing: Listing,
    private readonly browser: Browser,
  ) {
    this.name = `bellman-files ${site}`;
  }

  /** Fetches what is not there. Rejects if a file is not as it was built, so that a version is kept whole or not at all. */
  async fill(): Promise<void> {
    const cache = await this.browser.caches.open(this.name);
    const waiting = Object.keys(this.listing);
    const fetchNext = async (): Promise<void> => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const key = this.keyOf(path);
        if (!(await cache.match(key, { ignoreVary: true }))) await cache.put(key, await this.fetch(path));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  }

  /**
   * The answer to a request for one of our files, from the network only if the cache has lost it. Undefined for any other.
   * The page of an earlier version, still open, gets that version's scripts.
   */
  answer(request: Request): Promise<Response> | undefined {
    const url = new URL(request.url);
    const folder = new URL(this.site);
    if (request.method !== "GET" || !url.href.startsWith(this.site)) return undefined;
    const path = url.pathname.slice(folder.pathname.length).replace(/^index\.html$/, "");
    if (Object.hasOwn(this.listing, path)) return this.find(this.keyOf(path), false, request);
    return path.startsWith("assets/") ? this.find(this.site + path, true, request) : undefined;
  }

  /** Removes what belongs to other versions. */
  async tidy(): Promise<void> {
    const cache = await this.browser.caches.open(this.name);
    const ours = new Set(Object.keys(this.listing).map((path) => this.keyOf(path)));
    const keys = await cache.keys();
    await Promise.all(keys.filter(({ url }) => !ours.has(url)).map((key) => cache.delete(key)));
  }

  private async find(key: string, ofAnyVersion: boolean, request: Request): Promise<Response> {
    const cache = await this.browser.caches.open(this.name);
    const kept = await cache.match(key, { ignoreSearch: ofAnyVersion, ignoreVary: true });
    return kept ?? this.browser.fetch(request);
  }

  private async fetch(path: string): Promise<Response> {
    // A name with a hash in it may come from the browser's own cache, where the page has just put it.
    const cache = path.startsWith("assets/") ? "default" : "no-cache";
    const response = await this.browser.fetch(this.site + path, { cache, integrity: this.listing[path] });
    if (!response.ok) throw new Error(`The server answered ${response.status} for ${path}.`);
    return response;
  }

  private keyOf(path: string): string {
    return `${this.site}${path}?${encodeURIComponent(this.listing[path])}`;
  }
}
