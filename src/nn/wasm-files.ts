import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";

/**
 * Where a bundled page keeps the WebAssembly files, for `openBackend`. Only code that Vite bundles can import this;
 * Node finds the files beside the package. Served under a content security policy, they need `'wasm-unsafe-eval'` in
 * `script-src` and their origin in `connect-src`, and nothing else.
 */
export const wasmFiles: Readonly<Record<string, string>> = {
  "tfjs-backend-wasm-simd.wasm": simd,
  "tfjs-backend-wasm.wasm": plain,
  // tfjs insists on an entry for the threaded one; threads are off, so it is never fetched.
  "tfjs-backend-wasm-threaded-simd.wasm": simd,
};
