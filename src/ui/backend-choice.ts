import type { BackendName } from "../engine/protocol";

const NAMES: readonly BackendName[] = ["webgpu", "wasm", "cpu"];

/** The backend that the page's address asks for (`?backend=wasm`), or what is wrong with what it asks for. */
export function askedBackend(search: string): { name?: BackendName; wrong?: string } {
  const asked = new URLSearchParams(search).get("backend");
  if (asked === null) return {};
  const name = NAMES.find((known) => known === asked);
  if (name) return { name };
  const shown = asked.length > 20 ? `${asked.slice(0, 20)}…` : asked;
  return {
    wrong: `The address asks for the backend “${shown}”, which there is not. Write ?backend=webgpu, ?backend=wasm or ?backend=cpu; for now the best one is used.`,
  };
}
