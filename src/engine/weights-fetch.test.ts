import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { writeSafetensors } from "../nn/safetensors";
import type { WeightsCard } from "./protocol";
import { fetchWeights } from "./weights-fetch";

const network = vi.fn<typeof fetch>();
const tell = vi.fn<(card: WeightsCard) => void>();

beforeEach(() => {
  network.mockReset();
  tell.mockReset();
  vi.stubGlobal("self", { location: { href: "https://example.org/assets/worker.js" } });
  vi.stubGlobal("fetch", network);
});
afterEach(() => vi.unstubAllGlobals());

const SHIPPED = ["glimpse-28", "glimpse-60-translated", "glimpse-60-cluttered"];

it.each(SHIPPED)("tells how %s came about", async (name) => {
  const file = readFileSync(new URL(`../../public/weights/${name}.safetensors`, import.meta.url));
  network.mockResolvedValue(new Response(file));
  expect(file.equals(await fetchWeights(name, tell))).toBe(true);
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
  for (const file of [plain, Uint8Array.of(1, 2, 3)]) {
    network.mockResolvedValueOnce(new Response(file));
    expect(await fetchWeights("glimpse-28", tell)).toEqual(file);
    expect(tell).toHaveBeenLastCalledWith({ weights: "glimpse-28", entries: {} });
  }
});

it("says why there are none, and tells nothing", async () => {
  network.mockResolvedValueOnce(new Response("", { status: 503 }));
  await expect(fetchWeights("glimpse-28", tell)).rejects.toThrow(
    /could not be fetched \(the server answered 503\)/,
  );
  network.mockResolvedValueOnce(new Response(new Uint8Array(5e6)));
  await expect(fetchWeights("glimpse-28", tell)).rejects.toThrow(/far too large/);
  expect(tell).not.toHaveBeenCalled();
});
