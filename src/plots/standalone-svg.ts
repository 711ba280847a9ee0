/** Style properties that a drawing's classes may set; an exported drawing carries them as attributes. */
const INLINED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "shape-rendering",
  "vector-effect",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "visibility",
  "display",
];

/**
 * A copy of a drawing that needs no style sheet: computed colours become attributes, and so do the faces, which end
 * with a generic one.
 * Elements without a class inherit, so only those with one are looked up.
 */
export function standaloneSvg(drawing: SVGSVGElement, background: string, under?: HTMLCanvasElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll("[class]")];
  const copies = [copy, ...copy.querySelectorAll("[class]")];
  const face = getComputedStyle(drawing).fontFamily;
  for (const [i, original] of originals.entries()) inline(original, copies[i], face);
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const { viewBox } = drawing;
  const units = viewBox.baseVal && viewBox.baseVal.width > 0 ? viewBox.baseVal : { width, height };
  copy.setAttribute("viewBox", `0 0 ${units.width} ${units.height}`);
  copy.setAttribute("font-family", face);
  copy.removeAttribute("aria-hidden");
  if (under) copy.prepend(imageOf(under, drawing));
  copy.prepend(paper(units.width, units.height, background));
  return new XMLSerializer().serializeToString(copy);
}

function inline(original: Element, copy: Element, face: string): void {
  const style = getComputedStyle(original);
  for (const property of INLINED) {
    const value = style.getPropertyValue(property);
    if (value) copy.setAttribute(property, value);
  }
  if (style.fontFamily !== face) copy.setAttribute("font-family", style.fontFamily);
  copy.removeAttribute("class");
  copy.removeAttribute("style");
}

function paper(width: number, height: number, colour: string): SVGElement {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("width", String(width));
  rect.setAttribute("height", String(height));
  rect.setAttribute("fill", colour);
  return rect;
}

/** The canvas under the drawing as an image in it, at its place. */
function imageOf(canvas: HTMLCanvasElement, drawing: SVGSVGElement): SVGElement {
  const [at, origin] = [canvas.getBoundingClientRect(), drawing.getBoundingClientRect()];
  const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
  image.setAttribute("href", canvas.toDataURL("image/png"));
  image.setAttribute("x", String(at.left - origin.left));
  image.setAttribute("y", String(at.top - origin.top));
  image.setAttribute("width", String(at.width));
  image.setAttribute("height", String(at.height));
  image.setAttribute("preserveAspectRatio", "none");
  image.setAttribute("image-rendering", "pixelated");
  return image;
}
