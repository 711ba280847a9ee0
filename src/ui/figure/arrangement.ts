/** Into how many columns `count` pictures of `rows` × `columns` cells go so that cells are as large as they can be. */
export function columnsFor(
  count: number,
  host: { width: number; height: number },
  rows: number,
  columns: number,
): number {
  const cellSide = (across: number) => {
    const down = Math.ceil(count / across);
    return Math.min(host.width / across / columns, host.height / down / rows);
  };
  let best = count;
  for (let across = count - 1; across >= 1; across--)
    if (cellSide(across) > 1.1 * cellSide(best)) best = across;
  return best;
}
