import {
  matMul,
  ones,
  reshape,
  slice1d,
  type Rank,
  type Tensor1D,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import type { LayerSlice } from "./params";
import { transposedTimes } from "./products";

/** W `[inputs, outputs]` and b `[outputs]` of one dense layer, h = f(x W + b). A type, so that tfjs takes it apart. */
export type Layer = { readonly weight: Tensor2D; readonly bias: Tensor1D };

/** One layer out of the flat parameter vector. */
export function cutLayer(theta: Tensor1D, { inputs, outputs, weightOffset, biasOffset }: LayerSlice): Layer {
  return {
    weight: cutMatrix(theta, weightOffset, inputs, outputs),
    bias: slice1d(theta, biasOffset, outputs),
  };
}

/** A matrix `[rows, columns]` that lies in a vector row by row. */
export function cutMatrix(theta: Tensor1D, offset: number, rows: number, columns: number): Tensor2D {
  return reshape<Rank.R2>(slice1d(theta, offset, rows * columns), [rows, columns]);
}

/** dL/dW and dL/db, both flat, from a layer's input `[rows, inputs]` and dL/d(x W + b) `[rows, outputs]`. */
export function denseGradient(input: Tensor2D, delta: Tensor2D): Tensor1D[] {
  return [flat(transposedTimes(input, delta)), columnSums(delta)];
}

/** A product with a row of ones, which no backend needs atomic additions for. */
export function columnSums(delta: Tensor2D): Tensor1D {
  return flat(matMul<Tensor2D>(ones<Rank.R2>([1, delta.shape[0]]), delta));
}

/** The numbers of a matrix, row after row. */
export function flat(tensor: Tensor2D): Tensor1D {
  return reshape<Rank.R1>(tensor, [tensor.size]);
}
