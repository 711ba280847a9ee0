import type { Lesson } from "./lesson";

/** A chapter in the list: its text is loaded when it is opened. */
export interface Chapter extends Pick<Lesson, "id" | "number" | "title" | "question"> {
  load(): Promise<Lesson>;
}

/** The lecture, chapter by chapter. */
export const chapters: readonly Chapter[] = [
  {
    id: "loop",
    number: 1,
    title: "The loop, and why it is not supervised learning",
    question: "What do an agent and its world tell each other, and why is that harder than having labels?",
    load: () => import("./01-loop/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "return",
    number: 2,
    title: "Markov decision processes and the return",
    question: "How is a task written down, and what exactly is the agent to maximise?",
    load: () => import("./02-return/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "agent",
    number: 3,
    title: "Policy, value, model: three views of one maze",
    question: "What can an agent have in its head, and which methods learn which part?",
    load: () => import("./03-agent/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "value-functions",
    number: 4,
    title: "V and Q",
    question: "How good is it to be in a state, or to do something there, if one goes on in a given way?",
    load: () => import("./04-value-functions/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "bellman",
    number: 5,
    title: "The Bellman equation",
    question: "What has the value of a state to do with the values of its neighbours?",
    load: () => import("./05-bellman/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "value-iteration",
    number: 6,
    title: "Value iteration, and why it does not scale",
    question: "How can all values be found when the model is known, and what does that cost?",
    load: () => import("./06-value-iteration/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "q-learning",
    number: 7,
    title: "Q-learning with a table",
    question: "How can the best values be found by somebody who knows no model and can only try?",
    load: () => import("./07-q-learning/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "from-table-to-network",
    number: 8,
    title: "From the table to a network",
    question: "What can stand in the place of a table that is too large to be filled?",
    load: () => import("./08-from-table-to-network/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "replay-and-targets",
    number: 9,
    title: "Experience replay and targets",
    question: "Why does Q-learning with a network need a memory and a second set of weights?",
    load: () => import("./09-replay-and-targets/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "policy-gradient",
    number: 10,
    title: "Policy gradients: the derivation, line by line",
    question: "How can a policy be improved by a gradient, when the world has none?",
    load: () => import("./10-policy-gradient/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "variance",
    number: 11,
    title: "Variance reduction",
    question: "How can the same gradient be estimated from fewer episodes?",
    load: () => import("./11-variance/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "actor-critic",
    number: 12,
    title: "Actor-critic",
    question: "What if a value function judges every action of the policy?",
    load: () => import("./12-actor-critic/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "where-to-look",
    number: 13,
    title: "Where to look: the recurrent attention model",
    question: "How can a network learn to choose what it sees?",
    load: () => import("./13-where-to-look/lesson").then(({ lesson }) => lesson),
  },
  {
    id: "summary",
    number: 14,
    title: "Q-learning against policy gradients",
    question: "Which of the two families should one use, and what can go wrong with each?",
    load: () => import("./14-summary/lesson").then(({ lesson }) => lesson),
  },
];

export function chapterById(id: string): Chapter | undefined {
  return chapters.find((chapter) => chapter.id === id);
}
