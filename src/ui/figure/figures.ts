import type { GridFigure } from "../../envs/grid-world/view";

/** The figures on screen, in the order they stand in: what zooming acts on and what is exported. */
const figures: GridFigure[] = [];

/** Puts a figure on the list; returns what takes it off again. */
export function showFigure(figure: GridFigure): () => void {
  figures.push(figure);
  return () => {
    const at = figures.indexOf(figure);
    if (at >= 0) figures.splice(at, 1);
  };
}

export function figuresShown(): readonly GridFigure[] {
  return figures;
}
