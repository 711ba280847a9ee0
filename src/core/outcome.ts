/** How a run that ends by itself ended. */
export interface Outcome {
  reason: "converged" | "diverges";
  /** A sentence for the student. */
  says: string;
  /** The states at fault, where there are some. */
  states?: number[];
}

/** One line of the equation panel in KaTeX; `\htmlData{ref=s12a1}{…}` marks what a number came from. */
export type EquationLine = string;
