/** Sets an attribute, but only to something new: browsers work for every write, even of the same value. */
export function setAttribute(node: Element, name: string, value: string | number): void {
  const text = typeof value === "number" ? String(Math.round(value * 10) / 10) : value;
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}
