import { section } from "./section";

/** The picture of a grid world: its layers, its key, and what a cell is for those who hear it. */
export const gridFigure = section("grid-figure", {
  name: "Grid world",

  // Its layers, by their ids, and what they show.
  values: "Values V(s)",
  valuesHelp:
    "One number and colour per cell: the value of being there. Action values take their place where they fit.",
  q: "Action values Q(s, a)",
  qHelp: "Four triangles per cell, one per move; the best is outlined.",
  arrows: "Policy",
  arrowsHelp:
    "An arrow for every move the policy takes, as wide as it is probable. On large maps, the mean move of each block of cells.",
  visits: "Visits",
  visitsHelp: "How often the agent has been in each cell.",
  agent: "Agent and trail",
  agentHelp: "Where the agent is, and the way it came in this episode.",
  traces: "Eligibility traces",
  tracesHelp: "A bar per move: how much the next surprise will change it.",
  queue: "Queue",
  queueHelp: "The priority of each state that waits to be backed up; the brightest is next.",
  rewards: "Rewards",
  rewardsHelp: "What entering a cell or taking a jump pays, besides the step reward.",
  wind: "Wind",
  windHelp: "By how many rows a move out of each column is blown.",

  visitsKey: "visits",

  // A cell, besides what it is (see cells).
  reward: "reward {reward}",
  jump: "jump to {cell}, reward {reward}",
  visited: "{count} visits",
  allEqual: "all moves equal",
  best: "best {actions}",
  or: " or ",
  priority: "priority {priority}",
  isAgent: "agent",
});
