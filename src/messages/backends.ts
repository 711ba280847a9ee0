import { section } from "./section";

/** What networks are computed on: its name in a sentence, by its id. */
export const backends = section("backends", {
  webgpu: "WebGPU",
  wasm: "WebAssembly",
  cpu: "Plain JavaScript",
});
