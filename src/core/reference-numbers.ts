/** Values that others have published: what the product is checked against, and shows beside its own. */
export interface ReferenceNumbers {
  /** Author, year, figure or page. */
  readonly source: string;
  /** V row by row as printed; null where the source prints none. */
  readonly V: readonly (readonly (number | null)[])[];
  /** Digits after the point that the source prints. */
  readonly digits: number;
}

const SUTTON_BARTO = "Sutton & Barto, “Reinforcement Learning”, 2nd ed. (2018)";
const CS188 = "Berkeley CS188, Gridworld of project 3 (BookGrid, living reward 0, noise 0.2, discount 0.9)";

export const referenceNumbers = {
  "four-by-four-random": {
    source: `${SUTTON_BARTO}, figure 4.1`,
    digits: 0,
    V: [
      [0, -14, -20, -22],
      [-14, -18, -20, -20],
      [-20, -20, -18, -14],
      [-22, -20, -14, 0],
    ],
  },
  "five-by-five-random": {
    source: `${SUTTON_BARTO}, example 3.5`,
    digits: 1,
    V: [[3.3, 8.8, 4.4, 5.3, 1.5]],
  },
  "five-by-five-optimal": {
    source: `${SUTTON_BARTO}, example 3.8`,
    digits: 1,
    V: [[22.0, 24.4, 22.0, 19.4, 17.5]],
  },
  "four-by-three": {
    source: "Russell & Norvig, “Artificial Intelligence”, figure 17.3",
    digits: 3,
    V: [
      [0.812, 0.868, 0.918, null],
      [0.762, null, 0.66, null],
      [0.705, 0.655, 0.611, 0.388],
    ],
  },
  "book-grid-5": {
    source: `${CS188}, after 5 sweeps`,
    digits: 2,
    V: [
      [0.51, 0.72, 0.84, 1.0],
      [0.27, null, 0.55, -1.0],
      [0.0, 0.22, 0.37, 0.13],
    ],
  },
  "book-grid": {
    source: `${CS188}, converged`,
    digits: 2,
    V: [
      [0.64, 0.74, 0.85, 1.0],
      [0.57, null, 0.57, -1.0],
      [0.49, 0.43, 0.48, 0.28],
    ],
  },
} satisfies Record<string, ReferenceNumbers>;
