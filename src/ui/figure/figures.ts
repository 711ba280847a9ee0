/** A figure on screen. */
export interface ShownFigure {
  /** The picture as it is now, as the text of an SVG file that needs nothing else. */
  toSvg(): string;
  /** Where it can be zoomed. */
  zoom?(factor: number): void;
  fit?(): void;
}

/** The figures on screen, in the order they stand in: what zooming acts on and what is exported. */
const figures: ShownFigure[] = [];

/** Puts a figure on the list; returns what takes it off again. */
export function showFigure(figure: ShownFigure): () => void {
  figures.push(figure);
  return () => {
    const at = figures.indexOf(figure);
    if (at >= 0) figures.splice(at, 1);
  };
}

export function figuresShown(): readonly ShownFigure[] {
  return figures;
}
