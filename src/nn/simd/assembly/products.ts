/** How the sums of a product begin. */
export const enum Begin {
  /** At 0. */
  Zero,
  /** At one row for all, a bias. */
  Row,
  /** At what the result holds: the product is added to it. */
  Result,
}

const FLOAT: usize = 4; // bytes
const ROWS = 4;
const VECTOR = 4;

/**
 * c = a b for b `[inner, columns]` and c `[rows, columns]`, both row by row, and a with any strides: element (i, k)
 * lies at a + i × aRow + k × aInner bytes. So a may be a matrix as it lies or its transpose. `bias` is the row to
 * begin with, where `begin` says so. Every sum runs over `inner` in order, whatever the block: rows do not change
 * each other's bits.
 */
export function product(
  a: usize,
  aRow: usize,
  aInner: usize,
  b: usize,
  c: usize,
  rows: i32,
  columns: i32,
  inner: i32,
  begin: Begin,
  bias: usize,
): void {
  const width = <usize>columns * FLOAT;
  let row = 0;
  for (; row + ROWS <= rows; row += ROWS) {
    const aAt = a + <usize>row * aRow;
    const cAt = c + <usize>row * width;
    let column = 0;
    for (; column + 2 * VECTOR <= columns; column += 2 * VECTOR) {
      const at = <usize>column * FLOAT;
      fourByEight(aAt, aRow, aInner, b + at, cAt + at, width, inner, begin, bias + at);
    }
    for (; column < columns; column++) {
      const at = <usize>column * FLOAT;
      fourByOne(aAt, aRow, aInner, b + at, cAt + at, width, inner, begin, bias + at);
    }
  }
  for (; row < rows; row++) {
    const aAt = a + <usize>row * aRow;
    const cAt = c + <usize>row * width;
    let column = 0;
    for (; column + VECTOR <= columns; column += VECTOR) {
      const at = <usize>column * FLOAT;
      oneByFour(aAt, aInner, b + at, cAt + at, width, inner, begin, bias + at);
    }
    for (; column < columns; column++) {
      const at = <usize>column * FLOAT;
      oneByOne(aAt, aInner, b + at, cAt + at, width, inner, begin, bias + at);
    }
  }
}

@inline
function first(begin: Begin, result: usize, bias: usize): v128 {
  return begin == Begin.Zero ? f32x4.splat(0) : v128.load(begin == Begin.Row ? bias : result);
}

@inline
function firstOne(begin: Begin, result: usize, bias: usize): f32 {
  return begin == Begin.Zero ? 0 : load<f32>(begin == Begin.Row ? bias : result);
}

/** Four rows and eight columns at once: eight sums in registers, so that every number loaded is used often. */
@inline
function fourByEight(
  a: usize,
  aRow: usize,
  aInner: usize,
  b: usize,
  c: usize,
  width: usize,
  inner: i32,
  begin: Begin,
  bias: usize,
): void {
  const c1 = c + width;
  const c2 = c1 + width;
  const c3 = c2 + width;
  let sum0 = first(begin, c, bias);
  let sum1 = first(begin, c + 16, bias + 16);
  let sum2 = first(begin, c1, bias);
  let sum3 = first(begin, c1 + 16, bias + 16);
  let sum4 = first(begin, c2, bias);
  let sum5 = first(begin, c2 + 16, bias + 16);
  let sum6 = first(begin, c3, bias);
  let sum7 = first(begin, c3 + 16, bias + 16);
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (let k = 0; k < inner; k++) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    sum0 = f32x4.add(sum0, f32x4.mul(x, left));
    sum1 = f32x4.add(sum1, f32x4.mul(x, right));
    x = v128.load_splat<f32>(a1);
    sum2 = f32x4.add(sum2, f32x4.mul(x, left));
    sum3 = f32x4.add(sum3, f32x4.mul(x, right));
    x = v128.load_splat<f32>(a2);
    sum4 = f32x4.add(sum4, f32x4.mul(x, left));
    sum5 = f32x4.add(sum5, f32x4.mul(x, right));
    x = v128.load_splat<f32>(a3);
    sum6 = f32x4.add(sum6, f32x4.mul(x, left));
    sum7 = f32x4.add(sum7, f32x4.mul(x, right));
    a += aInner;
    a1 += aInner;
    a2 += aInner;
    a3 += aInner;
    b += width;
  }
  v128.store(c, sum0);
  v128.store(c, sum1, 16);
  v128.store(c1, sum2);
  v128.store(c1, sum3, 16);
  v128.store(c2, sum4);
  v128.store(c2, sum5, 16);
  v128.store(c3, sum6);
  v128.store(c3, sum7, 16);
}

/** Four rows of one column: for the few outputs of a last layer. */
@inline
function fourByOne(
  a: usize,
  aRow: usize,
  aInner: usize,
  b: usize,
  c: usize,
  width: usize,
  inner: i32,
  begin: Begin,
  bias: usize,
): void {
  let sum0 = firstOne(begin, c, bias);
  let sum1 = firstOne(begin, c + width, bias);
  let sum2 = firstOne(begin, c + 2 * width, bias);
  let sum3 = firstOne(begin, c + 3 * width, bias);
  for (let k = 0; k < inner; k++) {
    const y = load<f32>(b);
    sum0 += load<f32>(a) * y;
    sum1 += load<f32>(a + aRow) * y;
    sum2 += load<f32>(a + 2 * aRow) * y;
    sum3 += load<f32>(a + 3 * aRow) * y;
    a += aInner;
    b += width;
  }
  store<f32>(c, sum0);
  store<f32>(c + width, sum1);
  store<f32>(c + 2 * width, sum2);
  store<f32>(c + 3 * width, sum3);
}

@inline
function oneByFour(
  a: usize,
  aInner: usize,
  b: usize,
  c: usize,
  width: usize,
  inner: i32,
  begin: Begin,
  bias: usize,
): void {
  let sum = first(begin, c, bias);
  for (let k = 0; k < inner; k++) {
    sum = f32x4.add(sum, f32x4.mul(v128.load_splat<f32>(a), v128.load(b)));
    a += aInner;
    b += width;
  }
  v128.store(c, sum);
}

@inline
function oneByOne(
  a: usize,
  aInner: usize,
  b: usize,
  c: usize,
  width: usize,
  inner: i32,
  begin: Begin,
  bias: usize,
): void {
  let sum = firstOne(begin, c, bias);
  for (let k = 0; k < inner; k++) {
    sum += load<f32>(a) * load<f32>(b);
    a += aInner;
    b += width;
  }
  store<f32>(c, sum);
}

/** to `[columns, rows]` = from `[rows, columns]`ᵀ */
export function transpose(from: usize, to: usize, rows: i32, columns: i32): void {
  const step = <usize>rows * FLOAT;
  for (let row = 0; row < rows; row++) {
    let at = to + <usize>row * FLOAT;
    for (let column = 0; column < columns; column++) {
      store<f32>(at, load<f32>(from));
      from += FLOAT;
      at += step;
    }
  }
}

/** sums `[columns]` += the sum of the rows of `from` `[rows, columns]` */
export function addRows(from: usize, sums: usize, rows: i32, columns: i32): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = sums + <usize>column * FLOAT;
      store<f32>(at, load<f32>(at) + load<f32>(from));
      from += FLOAT;
    }
  }
}
