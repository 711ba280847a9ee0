/** The bytes of a response, or so many of them that there are more than `limit`. */
export async function bodyOf(
  { body }: Response,
  limit: number,
  onBytes?: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let count = 0;
  const reader = body?.getReader();
  while (reader && count <= limit) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    count += value.length;
    onBytes?.(count);
  }
  await reader?.cancel();
  const bytes = new Uint8Array(count);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
