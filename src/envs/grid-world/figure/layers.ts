import { gridFigure as words } from "../../../messages/grid-figure";

/** A layer of the figure that can be switched on. */
export type GridLayer =
  "values" | "q" | "arrows" | "visits" | "agent" | "traces" | "queue" | "rewards" | "wind";

const LAYERS: readonly GridLayer[] = [
  "values",
  "q",
  "arrows",
  "visits",
  "agent",
  "traces",
  "queue",
  "rewards",
  "wind",
];

/** The layers in the order in which a menu lists them; their words are read when they are shown. */
export const GRID_LAYERS = LAYERS.map((id) => ({
  id,
  get label(): string {
    return words[id];
  },
  get help(): string {
    return words[`${id}Help`];
  },
}));
