/** The text of src/nn/simd/kernels-wasm.ts. Throws what the compiler says if it refuses. */
export function compiledKernels(): Promise<string>;
