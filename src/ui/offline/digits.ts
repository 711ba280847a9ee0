import { DIGITS_CACHE } from "../../core/digits-cache";

/**
 * Puts all files of digits (12 MB) where the glimpse lab looks for them, one after another and after all else that the page
 * loads. The lab itself sees whether a file is damaged. False where the user wants to load little.
 */
export async function keepDigits(): Promise<boolean> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return false;
  const folder = new URL("digits/", document.baseURI);
  const list = await fetch(new URL("manifest.json", folder));
  const { shards } = (await list.json()) as { shards: { file: string }[] };
  const cache = await caches.open(DIGITS_CACHE);
  for (const { file } of shards) {
    const { href } = new URL(file, folder);
    if (!(await cache.match(href))) await cache.add(new Request(href, { priority: "low" }));
  }
  return true;
}
