import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { writeSafetensors } from "../nn/safetensors";
import type { WeightsCard } from "./protocol";
import { WeightsLoader } from "./weights-fetch";

vi.mock("./script-address", () => ({ scriptAddress: "https://example.org/assets/script-address.js" }));

const network = vi.fn<typeof fetch>();
const tell = vi.fn<(card: WeightsCard) => void>();
let loader: WeightsLoader;

beforeEach(() => {
  loader = new WeightsLoader();
  network.mockReset();
  tell.mockReset();
  vi.stubGlobal("fetch", network);
});
afterEach(() => vi.unstubAllGlobals());

const SHIPPED = ["glimpse-28", "glimpse-60-translated", "glimpse-60-cluttered"];

it.each(SHIPPED)("tells how %s came about", async (name) => {
  const file = readFileSync(new URL(`../../public/weights/${name}.safetensors`, import.meta.url));
  network.mockResolvedValue(new Response(file));
  expect(file.equals(await loader.load(name, tell))).toBe(true);
  expect(tell).toHaveBeenCalledExactlyOnceWith({
    weights: name,
    entries: expect.objectContaining({
      data: expect.stringContaining("MNIST") as string,
      epochs: expect.stringMatching(/^\d+$/) as string,
      updates: expect.stringMatching(/^\d+$/) as string,
      seed: expect.stringMatching(/^\d+$/) as string,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      command: expect.stringContaining("scripts/glimpse/train.py") as string,
    }) as Record<string, string>,
  });
});

it("hands out a file that says nothing of itself, or is none, all the same: whoever reads the weights refuses them", async () => {
  const plain = writeSafetensors([{ name: "w", shape: [1], values: Float32Array.of(1) }]);
  for (const [name, file] of [
    ["glimpse-28", plain],
    ["glimpse-60-cluttered", Uint8Array.of(1, 2, 3)],
  ] as const) {
    network.mockResolvedValueOnce(new Response(file));
    expect(await loader.load(name, tell)).toEqual(file);
    expect(tell).toHaveBeenLastCalledWith({ weights: name, entries: {} });
  }
});

it("fetches a file once, asks whether a cached one is still the same, and tells of it for every run", async () => {
  const files: Record<string, Uint8Array<ArrayBuffer>> = {
    "glimpse-28": writeSafetensors([], { data: "small" }),
    "glimpse-60-cluttered": writeSafetensors([], { data: "large" }),
  };
  network.mockImplementation(async (url) => {
    const name = (url as URL).pathname.replace(/^.*\/|\.safetensors$/g, "");
    return new Response(files[name]);
  });
  const [first, atOnce] = await Promise.all([
    loader.load("glimpse-28", tell),
    loader.load("glimpse-28", tell),
  ]);
  const other = await loader.load("glimpse-60-cluttered", tell);
  const later = await loader.load("glimpse-28", tell);
  expect([first, atOnce, later, other]).toEqual([
    ...Array.from({ length: 3 }, () => files["glimpse-28"]),
    files["glimpse-60-cluttered"],
  ]);
  expect(network.mock.calls.map(([, options]) => options)).toEqual([
    { cache: "no-cache" },
    { cache: "no-cache" },
  ]);
  expect(tell.mock.calls.map(([{ entries }]) => entries.data)).toEqual(["small", "small", "large", "small"]);
});

it("says why there are none, and tells nothing", async () => {
  network.mockResolvedValueOnce(new Response("", { status: 503 }));
  await expect(loader.load("glimpse-28", tell)).rejects.toThrow(
    /could not be fetched \(the server answered 503\)/,
  );
  expect(tell).not.toHaveBeenCalled();
});

it("keeps no failure: the next run tries again", async () => {
  network.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await expect(loader.load("glimpse-28", tell)).rejects.toThrow("Failed to fetch");
  const file = writeSafetensors([]);
  network.mockResolvedValueOnce(new Response(file));
  expect(await loader.load("glimpse-28", tell)).toEqual(file);
});

it("refuses a file that is far too large, and reads no more of it than shows that", async () => {
  const pull = vi.fn<(stream: ReadableStreamDefaultController<Uint8Array>) => void>((stream) => {
    stream.enqueue(new Uint8Array(1e6));
    if (pull.mock.calls.length === 20) stream.close();
  });
  network.mockResolvedValueOnce(new Response(new ReadableStream({ pull })));
  await expect(loader.load("glimpse-28", tell)).rejects.toThrow(/far too large/);
  expect(pull.mock.calls.length).toBeLessThan(10);
  expect(tell).not.toHaveBeenCalled();
});
