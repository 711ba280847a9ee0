/** What a picture needs around its grid: margins at the sides, and a title above. */
const AROUND = { width: 8, height: 38 }; // px

interface Size {
  width: number;
  height: number;
}

/** The side of a cell in px when `count` pictures of `rows` × `columns` cells stand in `across` columns. */
export function cellSide(count: number, across: number, host: Size, rows: number, columns: number): number {
  const down = Math.ceil(count / across);
  return Math.min(
    (host.width / across - AROUND.width) / columns,
    (host.height / down - AROUND.height) / rows,
  );
}

/** Into how many columns `count` pictures go so that their cells are as large as they can be; in doubt, one row. */
export function columnsFor(count: number, host: Size, rows: number, columns: number): number {
  const side = (across: number) => cellSide(count, across, host, rows, columns);
  let best = count;
  for (let across = count - 1; across >= 1; across--) if (side(across) > 1.1 * side(best)) best = across;
  return best;
}
