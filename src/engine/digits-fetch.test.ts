import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchDigitFile } from "./digits-fetch";

vi.mock("./script-address", () => ({ scriptAddress: "https://example.org/src/engine/script-address.ts" }));

const BYTES = Uint8Array.of(1, 2, 3, 4);
const URL_OF_A = "https://example.org/digits/a.bin";

/** The browser's cache, as a map from addresses to bytes. */
let cached: Map<string, Uint8Array<ArrayBuffer>>;
const network = vi.fn<typeof fetch>();

const cache = {
  match: async (url: string) => {
    const bytes = cached.get(url);
    return bytes && new Response(bytes);
  },
  put: async (url: string, response: Response) =>
    void cached.set(url, new Uint8Array(await response.arrayBuffer())),
  delete: async (url: string) => cached.delete(url),
};

beforeEach(() => {
  cached = new Map();
  network.mockReset().mockImplementation(async () => new Response(BYTES));
  vi.stubGlobal("fetch", network);
  vi.stubGlobal("caches", { open: async () => cache });
});
afterEach(() => vi.unstubAllGlobals());

const fetchA = (options = {}) => fetchDigitFile("a.bin", { limit: 4, ...options });

describe("with a cache", () => {
  it("fetches once and keeps it", async () => {
    const onBytes = vi.fn<(count: number) => void>();
    expect(await fetchA({ onBytes })).toEqual(BYTES);
    expect(onBytes).toHaveBeenLastCalledWith(4);
    await vi.waitFor(() => expect(cached.has(URL_OF_A)).toBe(true));
    expect(await fetchA({ onBytes })).toEqual(BYTES);
    expect(network.mock.calls.map(([url]) => url)).toEqual([URL_OF_A]);
  });

  it("drops what it kept when asked to fetch anew, whatever comes then", async () => {
    cached.set(URL_OF_A, Uint8Array.of(9));
    network.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await expect(fetchA({ anew: true })).rejects.toThrow("Failed to fetch");
    expect(cached.has(URL_OF_A)).toBe(false);
    expect(await fetchA({ anew: true })).toEqual(BYTES);
    expect(network.mock.calls[1][1]).toMatchObject({ cache: "reload" });
  });

  it("never keeps a manifest, nor a file of another length", async () => {
    await fetchDigitFile("manifest.json", { limit: 4 });
    await fetchA({ limit: 5 });
    await fetchA({ limit: 3 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(cached.size).toBe(0);
  });
});

describe.each([
  ["there is no cache", undefined],
  ["it is forbidden", { open: () => Promise.reject(new DOMException("no", "SecurityError")) }],
  [
    "looking into it fails",
    { open: async () => ({ ...cache, match: () => Promise.reject(new Error("broken")) }) },
  ],
  ["storage is full", { open: async () => ({ ...cache, put: () => Promise.reject(new Error("quota")) }) }],
])("where %s", (_, caches) => {
  it("fetches all the same", async () => {
    vi.stubGlobal("caches", caches);
    expect(await fetchA()).toEqual(BYTES);
    expect(await fetchA({ anew: true })).toEqual(BYTES);
  });
});

describe("what goes wrong is a sentence", () => {
  it("no network", async () => {
    network.mockRejectedValue(new TypeError("Failed to fetch"));
    await expect(fetchA()).rejects.toThrow("A file of digits could not be fetched (Failed to fetch).");
  });

  it("no such file", async () => {
    network.mockResolvedValue(new Response("Not found", { status: 404 }));
    await expect(fetchA()).rejects.toThrow("could not be fetched (the server answered 404)");
  });
});

it("stops reading a file that is larger than it should be", async () => {
  const pull = vi.fn<(stream: ReadableStreamDefaultController<Uint8Array>) => void>((stream) =>
    stream.enqueue(new Uint8Array(3)),
  );
  network.mockResolvedValue(new Response(new ReadableStream({ pull })));
  expect(await fetchA()).toHaveLength(6);
  expect(pull.mock.calls.length).toBeLessThan(6);
});
