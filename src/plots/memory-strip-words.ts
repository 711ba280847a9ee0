import type { StoredTransition } from "../core/sight";
import { memoryStrip as words } from "../messages/memory-strip";
import { plural } from "../messages/plural";
import { fill } from "../messages/section";
import type { ShownMemory } from "./memory-strip-newest";
import { formatFixed, formatSigned } from "./number";
import { formatCount, plainTex } from "./plot-text";

/** Which property of the stored transitions the colours show. */
export type MemoryField = "age" | "reward" | "ends";

export function fieldTitle(field: MemoryField): string {
  return words[field];
}

/** “Replay memory: 12,400 of 50,000 places filled”, “Replay is off: the newest 16 transitions”. */
export function memoryTitle({ size, capacity, isNewest }: ShownMemory): string {
  if (isNewest) return fill(words.newest, { count: formatCount(size) });
  if (size >= capacity) return fill(words.full, { capacity: formatCount(capacity) });
  return fill(words.filled, { size: formatCount(size), capacity: formatCount(capacity) });
}

/** What the pieces are, under them. */
export function placesText({ capacity, head, isNewest }: ShownMemory): string {
  if (isNewest) return words.oldestFirst;
  return fill(words.places, { last: formatCount(capacity - 1), next: formatCount(head) });
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
    fill(isNewest ? words.ofNewest : words.drawn, {
      number: index + 1,
      count: batch.length,
      place: formatCount(place),
    }),
    fill(plural(age, words.stepOld, words.stepsOld), { count: formatCount(age) }),
    ...(state.length > 0 && state.length <= 8 ? [state.join(" ")] : []),
    actions[action] ?? fill(words.action, { number: action }),
    fill(words.rewardOf, { reward: formatSigned(reward) }),
    ...(terminated ? [words.ended] : []),
  ];
  return what.join(", ");
}

/** How like their neighbours the observations of a batch are, in a sentence; empty before it is known. */
export function correlationText({ correlation, isNewest }: ShownMemory): string {
  if (!correlation) return "";
  const { random, consecutive } = correlation;
  const drawn = formatFixed(random, 2);
  if (isNewest) return fill(words.newestCorrelation, { value: drawn });
  return fill(words.bothCorrelations, { drawn, consecutive: formatFixed(consecutive, 2) });
}

/** The picture in words. */
export function describeMemory(memory: ShownMemory): string {
  const { batch, head } = memory;
  if (memory.isNewest) {
    return [`${memoryTitle(memory)}.`, words.learnedFrom, correlationText(memory)].filter(Boolean).join(" ");
  }
  const ages = batch.map(({ age }) => age);
  const drawn =
    batch.length > 0
      ? fill(words.drew, {
          count: batch.length,
          youngest: formatCount(Math.min(...ages)),
          oldest: formatCount(Math.max(...ages)),
          mean: formatCount(ages.reduce((a, b) => a + b, 0) / batch.length),
        })
      : words.notDrawn;
  const next = fill(words.next, { place: formatCount(head) });
  return [`${memoryTitle(memory)}.`, next, drawn, correlationText(memory)].filter(Boolean).join(" ");
}
