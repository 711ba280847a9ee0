/** A layer of the figure that can be switched on. */
export type GridLayer =
  "values" | "q" | "arrows" | "visits" | "agent" | "traces" | "queue" | "rewards" | "wind";

/** The layers in the order in which a menu lists them. */
export const GRID_LAYERS: readonly { id: GridLayer; label: string; help: string }[] = [
  {
    id: "values",
    label: "Values V(s)",
    help: "One number and colour per cell: the value of being there. Action values take their place where they fit.",
  },
  {
    id: "q",
    label: "Action values Q(s, a)",
    help: "Four triangles per cell, one per move; the best is outlined.",
  },
  {
    id: "arrows",
    label: "Policy",
    help: "An arrow for every move the policy takes, as wide as it is probable. On large maps, the mean move of each block of cells.",
  },
  { id: "visits", label: "Visits", help: "How often the agent has been in each cell." },
  { id: "agent", label: "Agent and trail", help: "Where the agent is, and the way it came in this episode." },
  {
    id: "traces",
    label: "Eligibility traces",
    help: "A bar per move: how much the next surprise will change it.",
  },
  {
    id: "queue",
    label: "Queue",
    help: "The priority of each state that waits to be backed up; the brightest is next.",
  },
  {
    id: "rewards",
    label: "Rewards",
    help: "What entering a cell or taking a jump pays, besides the step reward.",
  },
  { id: "wind", label: "Wind", help: "By how many rows a move out of each column is blown." },
];
