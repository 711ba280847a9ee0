import { store, type Transition } from "../../core/replay-memory";
import { badValues, earnable } from "./divergence";
import type { Parts } from "./parts";
import { epsilonAt } from "./schedules";
import { argmax } from "./values";

/** The ε-greedy action for every environment, or what is wrong with the network's values; then nothing is drawn. */
export function chooseActions({ context, agents, network, books }: Parts): number[] | { fault: string } {
  const { env, params, streams, clock } = context;
  let sum = 0;
  let largest = 0;
  const greedy = agents.shots.map((_, i) => {
    const values = network.actor.outputs(agents.observe(i));
    for (const value of values) largest = Math.max(largest, Math.abs(value));
    const action = argmax(values);
    sum += values[action];
    return action;
  });
  books.earnable = Math.max(books.earnable, earnable(books, params.gamma));
  const fault = badValues(largest, books.earnable);
  if (fault !== null) return { fault };
  books.valueSum += sum;
  books.valueCount += greedy.length;
  books.largestValue = Math.max(books.largestValue, largest);
  const epsilon = epsilonAt(params, clock.steps);
  return greedy.map((action) =>
    streams.explore.uniform() < epsilon ? streams.explore.int(env.nActions) : action,
  );
}

/** Puts what every environment answered into the memory, and notes how much can be earned. */
export function storeAll(
  { context, agents, memory, books }: Parts,
  transitions: readonly Transition[],
): void {
  for (const [i, transition] of transitions.entries()) {
    store(memory, transition, context.clock.steps + i + 1);
    books.largestReward = Math.max(books.largestReward, Math.abs(transition.reward));
  }
  books.longestEpisode = Math.max(books.longestEpisode, agents.longest);
}
