import type { MemoryPicture } from "../core/sight";

/** What the strip shows: the memory, or, `isNewest`, only what is learned from where replay is off. */
export interface ShownMemory extends MemoryPicture {
  readonly isNewest?: boolean;
}

/**
 * The last minibatch as all that there is, piece by piece in the order it came: without replay nothing else is learned
 * from. The memory itself where that minibatch was still drawn at random, before replay was switched off.
 */
export function newestOnly(memory: MemoryPicture): ShownMemory {
  const { batch } = memory;
  if (batch.some(({ age }, i) => i > 0 && age > batch[i - 1].age)) return memory;
  return {
    ...memory,
    isNewest: true,
    capacity: batch.length,
    size: batch.length,
    head: 0,
    ages: Float32Array.from(batch, ({ age }) => age),
    rewards: Float32Array.from(batch, ({ reward }) => reward),
    ends: Float32Array.from(batch, ({ terminated }) => Number(terminated)),
    batch: batch.map((transition, place) => ({ ...transition, place })),
  };
}
