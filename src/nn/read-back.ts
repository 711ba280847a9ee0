import { tidy, type Tensor } from "@tensorflow/tfjs-core";

/** The numbers of a float tensor, as a copy of their own; it and all that went into it is freed. */
export async function readBack(compute: () => Tensor): Promise<Float32Array> {
  const tensor = tidy(compute);
  try {
    return ((await tensor.data()) as Float32Array).slice();
  } finally {
    tensor.dispose();
  }
}
