import { argmax } from "../../core/argmax";
import { store, type Transition } from "../../core/replay-memory";
import { badValues, earnable, isBelievable } from "../../nn/value-bounds";
import type { Parts } from "./parts";
import type { Choice } from "./step";
import { epsilonAt } from "./schedules";

/** Updates with values that can be believed before the weights count as good ones. */
const CALM = 10;

/** The ε-greedy action for every environment, or what is wrong with the network's values; then nothing is drawn. */
export function chooseActions(parts: Parts): number[] | { fault: string } {
  const { context, agents, network, books } = parts;
  const { env, params, streams, clock } = context;
  let sum = 0;
  let largest = 0;
  let q: number[] = [];
  const greedy = agents.shots.map((_, i) => {
    const values = network.actor.outputs(agents.observe(i));
    if (i === 0) q = Array.from(values);
    for (const value of values) largest = Math.max(largest, Math.abs(value));
    const action = argmax(values);
    sum += values[action];
    return action;
  });
  books.earnable = Math.max(books.earnable, earnable(books, params.gamma));
  const fault = badValues("the network’s action values", largest, books.earnable);
  if (fault !== null) return { fault };
  books.valueSum += sum;
  books.valueCount += greedy.length;
  if (!isBelievable(largest, books.earnable)) books.wildAt = clock.updates;
  else if (clock.updates >= books.wildAt + CALM) {
    books.good = { weights: network.weights, updates: clock.updates };
  }
  const epsilon = epsilonAt(params, clock.steps);
  const choices = greedy.map((best): Choice => {
    const draw = streams.explore.uniform();
    return { q, epsilon, draw, action: draw < epsilon ? streams.explore.int(env.nActions) : best };
  });
  parts.step = { observation: agents.observe(0), choice: choices[0] };
  return choices.map(({ action }) => action);
}

/** Puts what every environment answered into the memory, and notes how much can be earned. */
export function storeAll(
  { context, agents, memory, books, step }: Parts,
  transitions: readonly Transition[],
): void {
  const place = memory.head;
  for (const [i, transition] of transitions.entries()) {
    store(memory, transition, context.clock.steps + i + 1);
    books.largestReward = Math.max(books.largestReward, Math.abs(transition.reward));
  }
  books.longestEpisode = Math.max(books.longestEpisode, agents.longest);
  if (step) step.stored = { place, size: memory.size, capacity: memory.capacity };
}
