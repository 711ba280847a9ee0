import { BACKEND_TITLES } from "../engine/client-words";
import type { BackendName, BackendReport } from "../engine/protocol";

/** What backends are called: in a badge, and in a sentence. */
export const BACKENDS: Readonly<Record<BackendName, { short: string; title: string }>> = {
  webgpu: { short: "WebGPU", title: BACKEND_TITLES.webgpu },
  wasm: { short: "WASM", title: BACKEND_TITLES.wasm },
  cpu: { short: "JavaScript", title: BACKEND_TITLES.cpu },
};

type Adapter = NonNullable<BackendReport["adapter"]>;

/** “nvidia hopper”, or what else a browser tells of a graphics processor. */
export function gpuName({ description, vendor, architecture, software }: Adapter): string {
  const name = description || `${vendor} ${architecture}`.trim() || "unnamed";
  return software ? `${name}, in software` : name;
}

/** One number of the self-test. */
export interface SelfTestRow {
  what: string;
  expected: string;
  got: string;
  ok: boolean;
}

/** The self-test, number by number. */
export function selfTestRows({ selfTest }: BackendReport): SelfTestRow[] {
  const { expected, recurrent, tolerance, nanSeen } = selfTest;
  const rows = (what: string, wanted: readonly number[], got: readonly number[]): SelfTestRow[] =>
    wanted.map((value, i) => ({
      what: `${what} of update ${i + 1}`,
      expected: value.toFixed(6),
      got: i in got ? got[i].toFixed(6) : "none",
      ok: Math.abs(got[i] - value) <= tolerance * Math.abs(value),
    }));
  return [
    ...rows("Loss", expected.losses, selfTest.losses),
    ...rows("Gradient norm", expected.gradientNorms, selfTest.gradientNorms),
    ...rows("Recurrent: loss", recurrent.expected.losses, recurrent.losses),
    ...rows("Recurrent: gradient norm", recurrent.expected.gradientNorms, recurrent.gradientNorms),
    { what: "A NaN in the data", expected: "seen", got: nanSeen ? "seen" : "not seen", ok: nanSeen },
  ];
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
