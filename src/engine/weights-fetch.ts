import { readMetadata } from "../nn/safetensors";
import type { WeightsCard } from "./protocol";
import { bodyOf } from "./resources-body";
import { scriptAddress } from "./script-address";

/** No shipped file is nearly as large. */
const LIMIT = 4e6; // bytes

/** Shipped weights, fetched in the worker when they are first asked for, and kept. */
export class WeightsLoader {
  private readonly kept = new Map<string, Promise<Uint8Array>>();

  /**
   * The file of these weights: never write to it, the next run gets the same one. Tells what it says of itself, which no
   * network has a use for. Rejects with a sentence for the user; it can then be tried again.
   */
  async load(name: string, tell: (card: WeightsCard) => void): Promise<Uint8Array> {
    const bytes = await this.fetchOnce(name);
    tell({ weights: name, entries: readMetadata(bytes) });
    return bytes;
  }

  private fetchOnce(name: string): Promise<Uint8Array> {
    const known = this.kept.get(name);
    if (known) return known;
    const fetched = fetchWeights(name);
    this.kept.set(name, fetched);
    fetched.catch(() => this.kept.delete(name));
    return fetched;
  }
}

async function fetchWeights(name: string): Promise<Uint8Array> {
  // The build puts scripts into assets/, beside weights/. Vite's own server has weights/ at its root.
  const folder = import.meta.env.DEV ? "/weights/" : "../weights/";
  const url = new URL(`${folder}${name}.safetensors`, scriptAddress);
  try {
    // A file's name stays when its content changes, and an old one would make another run of the same link.
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const bytes = await bodyOf(response, LIMIT);
    if (bytes.length > LIMIT) throw new Error("the file is far too large");
    return bytes;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The shipped weights could not be fetched (${why}). Check the connection and press Try again, or begin with weights drawn anew.`,
      { cause: error },
    );
  }
}
