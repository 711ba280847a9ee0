import { tensor2d, type Tensor2D } from "@tensorflow/tfjs-core";

/** `[rows, actions]`, 1 at the action of each row. Made on the CPU: a gather's gradient needs float atomics. */
export function actionMask(actions: Int32Array, count: number): Tensor2D {
  const mask = new Float32Array(actions.length * count);
  actions.forEach((action, row) => {
    mask[row * count + action] = 1;
  });
  return tensor2d(mask, [actions.length, count]);
}
