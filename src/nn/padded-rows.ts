const SMALLEST = 64;

/**
 * How many rows to give a batch that needs `rows`: the next of 64, 96, 128, 192, 256, 384 … GPU backends keep the
 * buffers of every size they have met, so batches whose length varies (the steps of some episodes) are padded to one
 * of a few sizes. Padding rows are zeros with nothing to say: advantage 0, or past `used`.
 */
export function paddedRows(rows: number): number {
  let size = SMALLEST;
  while (size < rows) size *= 2;
  return size > SMALLEST && rows <= size * 0.75 ? size * 0.75 : size;
}
