import type { BackendName, BackendReport } from "../engine/protocol";
import { backend as words } from "../messages/backend";
import { fill } from "../messages/section";

/** What backends are called in a badge. */
export const BADGES: Readonly<Record<BackendName, string>> = {
  webgpu: "WebGPU",
  wasm: "WASM",
  cpu: "JavaScript",
};

type Adapter = NonNullable<BackendReport["adapter"]>;

/** “nvidia hopper”, or what else a browser tells of a graphics processor. */
export function gpuName({ description, vendor, architecture, software }: Adapter): string {
  const name = description || `${vendor} ${architecture}`.trim() || words.unnamed;
  return software ? fill(words.inSoftware, { name }) : name;
}

/** The address of this page with another backend asked for, or, with null, none. Everything else in it stays. */
export function addressFor(
  name: BackendName | null,
  { search, hash }: Pick<Location, "search" | "hash">,
): string {
  const query = new URLSearchParams(search);
  if (name) query.set("backend", name);
  else query.delete("backend");
  const text = query.toString();
  return `${text === "" ? "." : `?${text}`}${hash}`;
}
