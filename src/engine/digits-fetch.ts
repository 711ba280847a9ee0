import { DIGITS_CACHE } from "../core/digits-cache";
import type { FetchBytes } from "./digits";
import { MANIFEST } from "./digits-manifest";
import { bodyOf } from "./resources-body";
import { scriptAddress } from "./script-address";

/**
 * Fetches a file of digits in the worker, and keeps it in the browser's cache, where there is one that may be used.
 * Rejects with a sentence for the user.
 */
export const fetchDigitFile: FetchBytes = async (name, { limit, onBytes, anew = false }) => {
  // The build puts scripts into assets/, beside digits/. Vite's own server has digits/ at its root.
  const url = new URL(`${import.meta.env.DEV ? "/digits/" : "../digits/"}${name}`, scriptAddress).href;
  // The name of a shard changes with its content; the manifest's does not.
  const cache = name === MANIFEST ? null : await openCache();
  try {
    if (anew) await cache?.delete(url);
    const kept = await cache?.match(url);
    if (kept) return await bodyOf(kept, limit, onBytes);
  } catch {
    // A cache that fails is as good as none.
  }
  const bytes = await fetchBody(url, limit, onBytes, anew);
  if (bytes.length === limit) {
    // Not waited for, and of no consequence: storage may be full.
    cache?.put(url, new Response(bytes)).catch(() => {});
  }
  return bytes;
};

/** Null where there is no cache or it is forbidden: on an insecure page, in a sandbox, in some private windows. */
async function openCache(): Promise<Cache | null> {
  try {
    return await caches.open(DIGITS_CACHE);
  } catch {
    return null;
  }
}

async function fetchBody(
  url: string,
  limit: number,
  onBytes: ((count: number) => void) | undefined,
  anew: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, { cache: anew ? "reload" : "no-cache" });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await bodyOf(response, limit, onBytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`A file of digits could not be fetched (${why}).`, { cause: error });
  }
}
