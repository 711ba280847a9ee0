/** The functions of assembly/, on addresses (bytes) in a memory of their own; lengths count numbers. */
export interface Kernels {
  product(
    a: number,
    aRow: number,
    aInner: number,
    b: number,
    c: number,
    rows: number,
    columns: number,
    inner: number,
    begin: number,
    bias: number,
  ): void;
  transpose(from: number, to: number, rows: number, columns: number): void;
  addRows(from: number, sums: number, rows: number, columns: number): void;
  relu(at: number, length: number): void;
  reluSlope(delta: number, h: number, length: number): void;
  tanh(at: number, length: number): void;
  tanhSlope(delta: number, h: number, length: number): void;
  blend(a: number, b: number, length: number, keep: number, take: number): void;
  blendSquares(a: number, b: number, length: number, keep: number, take: number): void;
  descend(theta: number, direction: number, length: number, rate: number): void;
  descendScaled(
    theta: number,
    direction: number,
    v: number,
    length: number,
    rate: number,
    epsilon: number,
  ): void;
  scale(a: number, length: number, factor: number): void;
  sumOfSquares(a: number, length: number): number;
}

/** How the sums of a product begin: as `Begin` of assembly/products.ts has it. */
export const BEGIN = { zero: 0, row: 1, result: 2 } as const;

/** Calls of kernels, and copies of weights handed out, by all networks of this thread: for counting work. */
export const simdWork = { calls: 0, reads: 0 };

/** Kernels on a memory of their own. */
export interface KernelMemory {
  readonly kernels: Kernels;
  readonly memory: ArrayBuffer;
}

let make: ((bytes: number) => KernelMemory) | null = null;

/** Once they are compiled (compile.ts), says how to get kernels on so much memory. */
export function provideKernels(maker: (bytes: number) => KernelMemory): void {
  make = maker;
}

/** Whether they have been compiled: where WebAssembly has no SIMD they never are. */
export function haveKernels(): boolean {
  return make !== null;
}

/** Kernels on at least `bytes`, all 0. Throws before they are compiled, or where there is no such memory. */
export function kernelsOn(bytes: number): KernelMemory {
  if (!make) throw new Error("The kernels have not been compiled yet.");
  return make(bytes);
}
