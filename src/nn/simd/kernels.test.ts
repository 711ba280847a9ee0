import { beforeAll, describe, expect, it } from "vitest";
import { compiledKernels } from "../../../scripts/compile-kernels.mjs";
import { readFileSync } from "node:fs";
import { integers, uniform } from "../test-tools";
import { compileKernels } from "./compile";
import { BEGIN, kernelsOn, type Kernels } from "./kernels";

const FLOAT = 4;
const ROOM = 1 << 18; // bytes
let kernels: Kernels;
let memory: Float32Array;

beforeAll(async () => {
  await compileKernels();
  const made = kernelsOn(ROOM);
  kernels = made.kernels;
  memory = new Float32Array(made.memory);
});

describe("the kernels", () => {
  it("are compiled from the source beside them", async () => {
    const committed = readFileSync(new URL("kernels-wasm.ts", import.meta.url), "utf8");
    expect(await compiledKernels()).toBe(committed);
  });

  // Whole blocks, what is left over of them in either direction, and single numbers.
  const shapes = [1, 2, 3, 4, 5, 8, 9, 12, 13, 31];
  it.each(shapes.flatMap((rows) => [1, 2, 4, 7, 8, 11, 16, 29].map((columns) => [rows, columns])))(
    "multiply %i rows with %i columns, beginning with 0, a row or the result, also a transposed matrix",
    (rows, columns) => {
      const inner = 6;
      const [left, right] = [uniform(rows, rows * inner), uniform(columns + 50, inner * columns)];
      const [bias, before] = [uniform(7, columns), uniform(8, rows * columns)];
      const [a, b, c, d] = [0, 1000, 2000, 4000];
      memory.set(right, b);
      memory.set(bias, d);
      for (const [begin, start] of [
        [BEGIN.zero, () => 0],
        [BEGIN.row, (_: number, j: number) => bias[j]],
        [BEGIN.result, (i: number, j: number) => before[i * columns + j]],
      ] as const) {
        for (const transposed of [false, true]) {
          for (let i = 0; i < rows; i++)
            for (let k = 0; k < inner; k++)
              memory[a + (transposed ? k * rows + i : i * inner + k)] = left[i * inner + k];
          memory.set(before, c);
          const strides = transposed ? [FLOAT, rows * FLOAT] : [inner * FLOAT, FLOAT];
          const [row, along] = strides;
          const at = [b * FLOAT, c * FLOAT] as const;
          kernels.product(a, row, along, ...at, rows, columns, inner, begin, d * FLOAT);
          for (let i = 0; i < rows; i++)
            for (let j = 0; j < columns; j++) {
              let sum = start(i, j);
              for (let k = 0; k < inner; k++) sum += left[i * inner + k] * right[k * columns + j];
              expect(memory[c + i * columns + j]).toBeCloseTo(sum, 5);
            }
        }
      }
    },
  );

  it("transpose, and add rows up", () => {
    const from = uniform(3, 15);
    memory.set(from, 0);
    kernels.transpose(0, 400, 5, 3);
    expect(memory[100 + 2 * 5 + 4]).toBe(from[4 * 3 + 2]);
    memory.fill(1, 200, 203);
    kernels.addRows(0, 800, 5, 3);
    const sum = 1 + from[1] + from[4] + from[7] + from[10] + from[13];
    expect(memory[201]).toBeCloseTo(sum, 6);
  });

  it("take tanh to three units in the last place, from the smallest to the largest, and keep a NaN", () => {
    const values = [
      0,
      1e-8,
      1e-4,
      0.1,
      0.5499,
      0.55,
      0.5501,
      0.7,
      1,
      2,
      5,
      8.9,
      9.1,
      15,
      19,
      21,
      90,
      1e30,
      Infinity,
    ];
    const all = Float32Array.from([
      ...values,
      ...values.map((value) => -value),
      ...uniform(4, 4000, 12),
      NaN,
    ]);
    memory.set(all);
    kernels.tanh(0, all.length);
    const worst = all.reduce((most, value, i) => {
      const right = Math.tanh(value);
      return right === 0 || Number.isNaN(right) ? most : Math.max(most, Math.abs(memory[i] / right - 1));
    }, 0);
    expect(worst).toBeLessThan(3 * 2 ** -23);
    expect(memory[0]).toBe(0);
    expect(memory[all.length - 1]).toBeNaN();
  });

  it("cut at 0 and give slopes, and keep a NaN", () => {
    memory.set([-1, 0, 2, NaN], 0);
    kernels.relu(0, 4);
    expect([...memory.subarray(0, 4)]).toEqual([0, 0, 2, NaN]);
    memory.set([3, NaN, 3, NaN], 4);
    memory[3] = 1;
    kernels.reluSlope(4 * FLOAT, 0, 4);
    expect([...memory.subarray(4, 8)]).toEqual([0, NaN, 3, NaN]);
    memory.set([0.5, 0, -1, 0], 0);
    memory.set([4, 4, 4, 4], 4);
    kernels.tanhSlope(4 * FLOAT, 0, 4);
    expect([...memory.subarray(4, 8)]).toEqual([3, 4, 0, 4]);
  });

  it("sum squares in float64", () => {
    memory.set(integers(1, 4000, 1000));
    const exact = integers(1, 4000, 1000).reduce((sum, value) => sum + value * value, 0);
    expect(kernels.sumOfSquares(0, 4000)).toBe(exact);
  });
});
