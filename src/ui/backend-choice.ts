import type { BackendName } from "../engine/protocol";
import { backend as words } from "../messages/backend";
import { fill } from "../messages/section";

const NAMES: readonly BackendName[] = ["webgpu", "wasm", "cpu"];

/** The backend that the page's address asks for (`?backend=wasm`), or what is wrong with what it asks for. */
export function askedBackend(search: string): { name?: BackendName; wrong?: string } {
  const asked = new URLSearchParams(search).get("backend");
  if (asked === null) return {};
  const name = NAMES.find((known) => known === asked);
  if (name) return { name };
  const word = asked.length > 20 ? `${asked.slice(0, 20)}…` : asked;
  return { wrong: fill(words.wrong, { word }) };
}
