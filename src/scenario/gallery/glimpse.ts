import type { Stop } from "../../core/scenario";
import type { Preset } from "./preset";

const group = "Glimpse: where to look";
const PAPER = "Mnih et al. 2014, “Recurrent models of visual attention”";

const scenario = (
  env: Readonly<Record<string, unknown>>,
  algo: Readonly<Record<string, unknown>>,
  stop: Stop = { ticks: 1_000_000 },
): Preset["scenario"] => ({
  v: 1,
  env: { id: "glimpse", params: env },
  algo: { id: "ram", params: algo },
  stop,
});

/** What the small setting and its controls may take: 4,000 updates of four glimpses, or less until 90 % are right. */
const BUDGET = { ticks: 16_000, solved: true } as const;

/** So small that it learns in a few minutes without a graphics processor. */
const SMALL_EYE = { patch: 8, scales: 2, glimpses: 4, trainCount: 10_000 };
const SMALL_NETWORK = { glimpseUnits: 32, coreUnits: 64, batchSize: 64, learningRate: 2e-3, sigma: 0.1 };

const TRANSLATED = { imageSize: 60, patch: 12, scales: 3, glimpses: 8 };
const CLUTTERED = { ...TRANSLATED, clutter: 4 };

export const glimpsePresets: readonly Preset[] = [
  {
    id: "glimpse-small",
    title: "Learn to look, from scratch",
    notice:
      "Four glimpses of two scales and a small network: watch the share of right answers on held-out digits rise within minutes, and the paths of the eye become less random.",
    source: `${PAPER}; a setting of ours for machines without a graphics processor.`,
    group,
    scenario: scenario(SMALL_EYE, SMALL_NETWORK, BUDGET),
  },
  {
    id: "glimpse-random",
    title: "The same with a random gaze",
    notice:
      "The control: the eye goes anywhere, and only the answer is learned. Compare the held-out line with that of the learned gaze after as many updates.",
    source: `${PAPER}, the rows “random glimpses”; the small setting.`,
    group,
    scenario: scenario(SMALL_EYE, { ...SMALL_NETWORK, gaze: "random" }, BUDGET),
  },
  {
    id: "glimpse-full-image",
    title: "The same digits, seen whole",
    notice:
      "The other control: a plain network that gets all 784 pixels at once. It learns faster, with nothing to look for, and pays for every pixel of every image.",
    source: `${PAPER}, the rows “FC, 2 layers (256 hiddens each)”.`,
    group,
    scenario: {
      v: 1,
      env: { id: "glimpse", params: { trainCount: 10_000 } },
      algo: { id: "full-image", params: { batchSize: 64 } },
      stop: { ticks: 4_000, solved: true },
    },
  },
  {
    id: "glimpse-28",
    title: "28×28, trained",
    notice:
      "Six glimpses of 8×8 pixels, weights that were trained for 140 epochs: test them on the held-out digits, draw a digit of your own, or let them go on learning.",
    source: `${PAPER}, table 1a.`,
    group,
    scenario: scenario({}, { weights: "glimpse-28", learningRate: 1e-4 }),
  },
  {
    id: "glimpse-20px",
    title: "Trained at 28 pixels, asked at 20",
    notice:
      "The same weights, but the digits are drawn at 20 pixels, anywhere in the image: half of them are answered wrongly. The network has never seen a digit so small or off the middle. Let it learn, and watch it recover.",
    source: `A known weakness of the model; weights as in “28×28, trained”.`,
    group,
    scenario: scenario({ digitSize: 20 }, { weights: "glimpse-28", learningRate: 3e-4 }),
  },
  {
    id: "glimpse-60-translated",
    title: "60×60, translated, trained",
    notice:
      "The digit lies anywhere in an image four times as large. The coarse scales find it, the fine one reads it: follow the squares.",
    source: `${PAPER}, table 1b.`,
    group,
    scenario: scenario(TRANSLATED, { weights: "glimpse-60-translated", sigma: 0.1, learningRate: 1e-4 }),
  },
  {
    id: "glimpse-60-cluttered",
    title: "60×60, cluttered, trained",
    notice:
      "Pieces of other digits lie around. Test with the learned gaze and with a random one: looking in the right place is what keeps the clutter out.",
    source: `${PAPER}, table 2a.`,
    group,
    scenario: scenario(CLUTTERED, { weights: "glimpse-60-cluttered", sigma: 0.1, learningRate: 1e-4 }),
  },
];
