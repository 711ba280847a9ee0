import type { GlimpseWorld } from "../world";

/** What a paper reports for one task: errors on MNIST's test set in %. */
export interface Published {
  /** By its name in the catalogue. */
  readonly task: "centred" | "translated" | "cluttered";
  /** Of the recurrent attention model by its number of glimpses. */
  readonly glimpses: ReadonlyMap<number, number>;
  /** Of the plain nets that see the whole image. */
  readonly fullyConnected: number;
  readonly convolutional: number;
  /** With as many glimpses at random places, where it was reported. */
  readonly random?: { readonly glimpses: number; readonly error: number };
}

export const SOURCE = "Mnih, Heess, Graves and Kavukcuoglu, Recurrent Models of Visual Attention, 2014";

const CENTRED: Published = {
  task: "centred",
  glimpses: new Map([
    [2, 3.79],
    [3, 1.51],
    [4, 1.54],
    [5, 1.34],
    [6, 1.12],
    [7, 1.07],
  ]),
  fullyConnected: 1.69,
  convolutional: 1.21,
};

const TRANSLATED: Published = {
  task: "translated",
  glimpses: new Map([
    [4, 1.54],
    [6, 1.22],
    [8, 1.2],
  ]),
  fullyConnected: 2.63,
  convolutional: 1.62,
};

const CLUTTERED: Published = {
  task: "cluttered",
  glimpses: new Map([
    [4, 4.96],
    [6, 4.08],
    [8, 4.04],
  ]),
  fullyConnected: 11.96,
  convolutional: 8.09,
  random: { glimpses: 8, error: 14.4 },
};

/** The task of the paper that the run is about; null where its images or its eye are others. */
export function publishedFor({
  size,
  digitSize,
  patch,
  scales,
  clutter,
}: Pick<GlimpseWorld, "size" | "digitSize" | "patch" | "scales" | "clutter">): Published | null {
  if (digitSize !== 28) return null;
  if (size === 28 && patch === 8 && scales === 1 && clutter === 0) return CENTRED;
  if (size !== 60 || patch !== 12 || scales !== 3) return null;
  return clutter > 0 ? CLUTTERED : TRANSLATED;
}
