/**
 * The cell under a point of the page. The figure's overlay for the keyboard carries where its cells lie, in CSS
 * pixels, as custom properties. Null outside the grid.
 */
export function cellAt(
  host: Element,
  clientX: number,
  clientY: number,
  rows: number,
  columns: number,
): number | null {
  const overlay = host.querySelector<HTMLElement>("[role=grid]");
  if (!overlay) return null;
  const length = (name: string) => Number.parseFloat(overlay.style.getPropertyValue(name));
  const { left, top } = overlay.getBoundingClientRect();
  const column = Math.floor((clientX - left - length("--grid-left")) / length("--cell-side"));
  const row = Math.floor((clientY - top - length("--grid-top")) / length("--cell-side"));
  const inside = row >= 0 && row < rows && column >= 0 && column < columns;
  return inside ? row * columns + column : null;
}
