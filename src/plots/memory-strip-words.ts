import type { StoredTransition } from "../core/sight";
import type { ShownMemory } from "./memory-strip-newest";
import { formatFixed, formatSigned } from "./number";
import { formatCount, plainTex } from "./plot-text";

/** Which property of the stored transitions the colours show. */
export type MemoryField = "age" | "reward" | "ends";

export const FIELD_TITLES: Readonly<Record<MemoryField, string>> = {
  age: "age (environment steps)",
  reward: "mean reward",
  ends: "share that ended an episode",
};

/** “Replay memory: 12,400 of 50,000 places filled”, “Replay is off: the newest 16 transitions”. */
export function memoryTitle({ size, capacity, isNewest }: ShownMemory): string {
  if (isNewest) return `Replay is off: the newest ${formatCount(size)} transitions`;
  if (size >= capacity) return `Replay memory: all ${formatCount(capacity)} places filled`;
  return `Replay memory: ${formatCount(size)} of ${formatCount(capacity)} places filled`;
}

/** What the pieces are, under them. */
export function placesText({ capacity, head, isNewest }: ShownMemory): string {
  if (isNewest) return "oldest first, row by row";
  return `places 0 to ${formatCount(capacity - 1)}, row by row; ▼ next: ${formatCount(head)}`;
}

/** A transition of the minibatch in one line: which of how many, where, how old, and what happened. */
export function transitionText(
  { batch, isNewest }: ShownMemory,
  index: number,
  actions: readonly string[],
  symbols: readonly string[],
): string {
  const { place, age, observation, action, reward, terminated }: StoredTransition = batch[index];
  const state = observation.map((value, i) => {
    const symbol = plainTex(symbols[i] ?? "");
    return symbol ? `${symbol} ${formatFixed(value, 2)}` : formatFixed(value, 2);
  });
  const what = [
    isNewest
      ? `${index + 1} of ${batch.length}`
      : `drawn ${index + 1} of ${batch.length}: place ${formatCount(place)}`,
    `${formatCount(age)} ${age === 1 ? "step" : "steps"} old`,
    ...(state.length > 0 && state.length <= 8 ? [state.join(" ")] : []),
    actions[action] ?? `action ${action}`,
    `reward ${formatSigned(reward)}`,
    ...(terminated ? ["ended the episode"] : []),
  ];
  return what.join(", ");
}

/** How like their neighbours the observations of a batch are, in a sentence; empty before it is known. */
export function correlationText({ correlation, isNewest }: ShownMemory): string {
  if (!correlation) return "";
  const { random, consecutive } = correlation;
  if (isNewest) return `Mean |correlation| of successive observations: ${formatFixed(random, 2)}.`;
  return (
    `Mean |correlation| of successive observations: ${formatFixed(random, 2)} in the batch as drawn, ` +
    `${formatFixed(consecutive, 2)} in one of consecutive transitions.`
  );
}

/** The picture in words. */
export function describeMemory(memory: ShownMemory): string {
  const { batch, head } = memory;
  if (memory.isNewest) {
    const how = "The last gradient step learned from these alone, as they came.";
    return [`${memoryTitle(memory)}.`, how, correlationText(memory)].filter(Boolean).join(" ");
  }
  const ages = batch.map(({ age }) => age);
  const drawn =
    batch.length > 0
      ? `The minibatch drew ${batch.length} transitions, from ${formatCount(Math.min(...ages))} to ` +
        `${formatCount(Math.max(...ages))} steps old, mean ${formatCount(ages.reduce((a, b) => a + b, 0) / batch.length)}.`
      : "No minibatch was drawn yet.";
  const next = `The next transition goes to place ${formatCount(head)}.`;
  return [`${memoryTitle(memory)}.`, next, drawn, correlationText(memory)].filter(Boolean).join(" ");
}
