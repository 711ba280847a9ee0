import { readMetadata } from "../nn/safetensors";
import type { WeightsCard } from "./protocol";

/** No shipped file is nearly as large. */
const LIMIT = 4e6; // bytes

/**
 * Fetches shipped weights in the worker, and tells what their file says of them, which no network has a use for. Rejects
 * with a sentence for the user.
 */
export async function fetchWeights(name: string, tell: (card: WeightsCard) => void): Promise<Uint8Array> {
  // The build puts scripts into assets/, beside weights/. Vite's own server has weights/ at its root.
  const folder = import.meta.env.DEV ? "/weights/" : "../weights/";
  const url = new URL(`${folder}${name}.safetensors`, self.location.href);
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > LIMIT) throw new Error("the file is far too large");
    tell({ weights: name, entries: readMetadata(bytes) });
    return bytes;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The shipped weights could not be fetched (${why}). Check the connection and press Try again, or choose first weights “drawn anew”.`,
      { cause: error },
    );
  }
}
