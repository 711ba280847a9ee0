/** A new element of a drawing. */
export function append<K extends keyof SVGElementTagNameMap>(
  parent: SVGElement,
  name: K,
  className: string,
): SVGElementTagNameMap[K] {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  node.setAttribute("class", className);
  parent.append(node);
  return node;
}
