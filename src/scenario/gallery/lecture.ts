import type { Preset } from "./preset";

const group = "The lecture";

export const lecturePresets: readonly Preset[] = [
  {
    id: "lecture-grid",
    title: "The lecture’s grid",
    notice:
      "After sweep k every cell within k moves of a grey cell has its final value, minus the number of moves; the fourth sweep changes nothing.",
    source: "The lecture, Markov decision process: −1 per transition, grey cells are terminal; our drawing.",
    group,
    scenario: {
      v: 1,
      env: { id: "grid-world", params: { rows: ["T...", "....", "....", "...T"], stepReward: -1 } },
      algo: { id: "value-iteration", params: { gamma: 1 } },
      stop: { converged: true },
    },
  },
  {
    id: "lecture-maze",
    title: "The lecture’s maze",
    notice:
      "Arrows, numbers and model are three views of one maze: follow the arrows and the values rise by 1 a step.",
    source: "The lecture, parts of an agent: a maze with −1 per step; our drawing.",
    group,
    scenario: {
      v: 1,
      env: {
        id: "grid-world",
        params: {
          rows: ["S.#....", "#...##.", "..#..#.", ".##.##.", ".....#T"],
          stepReward: -1,
        },
      },
      algo: { id: "value-iteration", params: { gamma: 1 } },
      stop: { converged: true },
    },
  },
];
