import type { MemoryPicture, StoredTransition } from "../core/sight";
import { formatFixed, formatSigned } from "./number";
import { formatCount, plainTex } from "./plot-text";

/** Which property of the stored transitions the colours show. */
export type MemoryField = "age" | "reward" | "ends";

export const FIELD_TITLES: Readonly<Record<MemoryField, string>> = {
  age: "age (environment steps)",
  reward: "mean reward",
  ends: "share that ended an episode",
};

/** “Replay memory: 12,400 of 50,000 places filled”. */
export function memoryTitle({ size, capacity }: MemoryPicture): string {
  if (size >= capacity) return `Replay memory: all ${formatCount(capacity)} places filled`;
  return `Replay memory: ${formatCount(size)} of ${formatCount(capacity)} places filled`;
}

/** A drawn transition in one line: which of how many, where, how old, and what happened. */
export function transitionText(
  { place, age, observation, action, reward, terminated }: StoredTransition,
  index: number,
  count: number,
  actions: readonly string[],
  symbols: readonly string[],
): string {
  const state = observation.map((value, i) => {
    const symbol = plainTex(symbols[i] ?? "");
    return symbol ? `${symbol} ${formatFixed(value, 2)}` : formatFixed(value, 2);
  });
  const what = [
    `drawn ${index + 1} of ${count}: place ${formatCount(place)}`,
    `${formatCount(age)} steps old`,
    ...(state.length > 0 && state.length <= 8 ? [state.join(" ")] : []),
    actions[action] ?? `action ${action}`,
    `reward ${formatSigned(reward)}`,
    ...(terminated ? ["ended the episode"] : []),
  ];
  return what.join(", ");
}

/** How like their neighbours the observations of a batch are, in a sentence; empty before it is known. */
export function correlationText({ correlation }: MemoryPicture): string {
  if (!correlation) return "";
  const { random, consecutive } = correlation;
  return (
    `Mean |correlation| of successive observations: ${formatFixed(random, 2)} in the batch as drawn, ` +
    `${formatFixed(consecutive, 2)} in one of consecutive transitions.`
  );
}

/** The picture in words. */
export function describeMemory(memory: MemoryPicture): string {
  const { batch, head } = memory;
  const ages = batch.map(({ age }) => age);
  const drawn =
    batch.length > 0
      ? `The minibatch drew ${batch.length} transitions, from ${formatCount(Math.min(...ages))} to ` +
        `${formatCount(Math.max(...ages))} steps old, mean ${formatCount(ages.reduce((a, b) => a + b, 0) / batch.length)}.`
      : "No minibatch was drawn yet.";
  const next = `The next transition goes to place ${formatCount(head)}.`;
  return [`${memoryTitle(memory)}.`, next, drawn, correlationText(memory)].filter(Boolean).join(" ");
}
