import type { Preset } from "./preset";

const berkeley = "Berkeley CS188";
const course = "Berkeley CS188, project “Reinforcement learning”";

/** The classic 4×3 world: exits pay on one more action there, as Russell & Norvig and CS188 both count. */
const bookWorld = {
  rows: ["...T", ".#.T", "S..."],
  cells: { "0,3": { reward: 1 }, "1,3": { reward: -1 } },
  noise: 0.2,
  exitAction: true,
};

const chasm = [1, 2, 3, 4, 5].flatMap((column) => [
  [`0,${column}`, { reward: -100 }],
  [`2,${column}`, { reward: -100 }],
]);

export const textbookPresets: readonly Preset[] = [
  {
    id: "russell-norvig-4x3",
    title: "4×3 world",
    notice:
      "From the bottom row the best way is the long one round the wall: the short one passes the −1, and one move in five slips.",
    source: "Russell & Norvig, Artificial Intelligence, 3rd edition, figures 17.1 to 17.3.",
    group: "Russell & Norvig",
    scenario: {
      v: 1,
      env: { id: "grid-world", params: { ...bookWorld, stepReward: -0.04 } },
      algo: { id: "value-iteration", params: { gamma: 1 } },
      stop: { converged: true },
    },
  },
  {
    id: "book-grid",
    title: "BookGrid",
    notice: "The reward of the exit flows back one cell a sweep, shrinking by γ and by what the noise loses.",
    source: `${course}, BookGrid (discount 0.9, noise 0.2).`,
    group: berkeley,
    scenario: {
      v: 1,
      env: { id: "grid-world", params: { ...bookWorld, stepReward: 0 } },
      algo: { id: "value-iteration", params: { gamma: 0.9 } },
      stop: { converged: true },
    },
  },
  {
    id: "bridge-grid",
    title: "BridgeGrid",
    notice:
      "With noise 0.2 the bridge is too dangerous and the agent turns back for 1; set the noise to 0 and it crosses for 10.",
    source: `${course}, BridgeGrid (discount 0.9, noise 0.2).`,
    group: berkeley,
    scenario: {
      v: 1,
      env: {
        id: "grid-world",
        params: {
          rows: ["#TTTTT#", "TS....T", "#TTTTT#"],
          cells: { ...Object.fromEntries(chasm), "1,0": { reward: 1 }, "1,6": { reward: 10 } },
          stepReward: 0,
          noise: 0.2,
          exitAction: true,
        },
      },
      algo: { id: "value-iteration", params: { gamma: 0.9 } },
      stop: { converged: true },
    },
  },
  {
    id: "discount-grid",
    title: "DiscountGrid",
    notice:
      "Near 1 or far 10, along the cliff or the long way round: discount, noise and step reward decide.",
    source: `${course}, DiscountGrid (discount 0.9, noise 0.2).`,
    group: berkeley,
    scenario: {
      v: 1,
      env: {
        id: "grid-world",
        params: {
          rows: [".....", ".#...", ".#T#T", "S....", "TTTTT"],
          cells: {
            "2,2": { reward: 1 },
            "2,4": { reward: 10 },
            ...Object.fromEntries([0, 1, 2, 3, 4].map((column) => [`4,${column}`, { reward: -10 }])),
          },
          stepReward: 0,
          noise: 0.2,
          exitAction: true,
        },
      },
      algo: { id: "value-iteration", params: { gamma: 0.9 } },
      stop: { converged: true },
    },
  },
];
