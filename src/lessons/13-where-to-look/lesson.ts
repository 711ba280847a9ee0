import { errorOf } from "../recorded";
import { fromPreset } from "../from-preset";
import type { Lesson } from "../lesson";
import type { RunFacts } from "../run-facts";
import { challenges } from "./challenges";

const seed = 1;

/**
 * For a shipped network that is only to be tested: ten updates so small that they change nothing to speak of, and then
 * the test on 500 held-out digits.
 */
const ONLY_TESTED = { learningRate: 1e-5, batchSize: 8, testEvery: 10 };
const afterTest = (glimpses: number) => ({ ticks: 10 * glimpses + 1 });

/** The share of right answers in the last test. */
const rightIn = ({ network }: RunFacts): number => network?.test?.mean ?? NaN;

export const lesson: Lesson = {
  id: "where-to-look",
  number: 13,
  title: "Where to look: the recurrent attention model",
  question: "How can a network learn to choose what it sees?",
  steps: [
    {
      title: "A few glimpses",
      text: [
        "A network that reads a whole image pays for every pixel. An eye does not work like that: it sees a small place sharply, moves on, and puts together what it saw. Each such look is a [[glimpse]].",
        "This trained network sees 8×8 pixels at a time and may look six times: 384 numbers instead of 784. The first place is drawn at random; the other five it chooses. After the last glimpse it must name the digit. On the 10,000 test digits it is wrong 112 times: 1.12 %.",
        "Press Step, one glimpse at a time. The square is what the eye sees; beside it stands what the network believes after each glimpse. In this experiment, though, three glimpses are all it gets: choose other images and judge whether that is enough.",
      ],
      slide: [
        `8×8 pixels a glimpse, six glimpses: 384 numbers in place of 784. Wrong on ${errorOf("glimpse-28")} % of the test digits.`,
      ],
      scenario: fromPreset("glimpse-28", {
        seed,
        env: { glimpses: 3 },
        algo: ONLY_TESTED,
        view: { figure: "run", granularity: "glimpse" },
        stop: afterTest(3),
      }),
      panels: [],
      prediction: {
        question:
          "Trained with six glimpses, made to answer after three: how many of 500 digits does it get right?",
        options: [
          "More than 90 %: three looks are nearly half of the image",
          "Between 30 and 90 %",
          "Less than 30 %: not much better than guessing",
        ],
        outcome: (run) => (rightIn(run) >= 0.9 ? 0 : rightIn(run) >= 0.3 ? 1 : 2),
        answer: 1,
        because: [
          "About 60 %. With one glimpse we measured 16 %, with two 41 %, with four 94 %, with all six 99 % of the same digits. The looks are not alike: this network has learned a path on which the fourth brings the decision.",
          "A network that is *trained* with three does far better: the paper has 1.5 % of errors for it. The path depends on how many looks there will be.",
        ],
      },
      notes:
        "Cover the image and show only the glimpses: what would the students say after two? For steps with all six glimpses open the preset “28×28, trained”.",
    },
    {
      title: "Retina, core, and two answers",
      text: [
        "What the eye takes in comes from a [[retina]]: several square patches around one place, each twice as wide as the one before, all reduced to the same few numbers. Sharp in the middle, coarse around it. Here there are three scales of 12×12 in an image of 60×60: 432 numbers a glimpse, and it would be 432 in an image of any size.",
        "The core is a recurrent network. It joins each glimpse, and the place it was taken at, with what it remembers. From this memory come both answers: where to look next and, at the end, which digit it is.",
        "Step through a few glimpses: the coarse squares find the digit, the fine one reads it.",
      ],
      slide: [
        "*Retina*: three scales around one place, sharp in the middle.",
        "*Core*: a recurrent network that remembers. From it: where to look next, and which digit it is.",
      ],
      equation: [
        { tex: "h_t", says: "The memory of the core after glimpse t: 256 numbers here." },
        { tex: "=" },
        {
          tex: "f_\\theta(h_{t-1},",
          says: "The same weights at every glimpse, with the memory of the glimpses before.",
        },
        { tex: "g_t,", says: "What the retina sees." },
        { tex: "l_t)", says: "Where it looks: two coordinates, each from −1 to 1." },
        { tex: "\\qquad l_{t+1}\\sim" },
        {
          tex: "\\mathcal N\\bigl(\\mu_\\theta(h_t),\\,\\sigma^2\\bigr)",
          says: "The next place is drawn around a mean that the location network gives. It is the policy.",
        },
      ],
      scenario: fromPreset("glimpse-60-translated", {
        seed,
        algo: { learning: false },
        view: { figure: "run", granularity: "glimpse" },
      }),
      panels: ["code"],
      notes:
        "In the language of the chapters before: the state is all glimpses so far, the action is a place, the reward is 1 for a right answer at the end.",
    },
    {
      title: "Why REINFORCE",
      text: [
        "The answer can be learned as in any classifier: its loss has a gradient. Looking has none. If the eye moves, other pixels come in; nothing says which way the loss would have changed, because the pixels that were not seen are not in the computation.",
        "This is the non-differentiable world of the first chapter, and the way out is the same: try places at random around the mean, see whether the answer was right, and push the means towards the places that went with right answers.",
        "The network here has made 100 updates. Tick “Show the pushes of the last update” and go through the images. Where the advantage is positive the mean is pushed towards the place that was drawn, where it is negative away from it. The equation has the numbers of the last choice.",
      ],
      slide: [
        "The answer has a gradient; looking has none.",
        "Draw places around the mean, and push the means towards those that went with right answers.",
      ],
      equation: [
        {
          tex: "\\nabla_\\mu\\log\\mathcal N(l;\\mu,\\sigma^2)",
          says: "The direction that makes the place that was drawn more probable.",
        },
        { tex: "=" },
        {
          tex: "\\frac{l-\\mu}{\\sigma^2}",
          says: "From the mean to the place: nothing about the image is needed.",
        },
        { tex: "\\qquad A_t =" },
        { tex: "R", says: "1 if the answer after the last glimpse was right, else 0." },
        { tex: "-" },
        {
          tex: "b(h_t)",
          says: "The baseline: the reward that the network expects for this image after this glimpse.",
        },
      ],
      scenario: fromPreset("glimpse-small", {
        seed,
        view: { figure: "run", granularity: "update", at: { tick: 400 } },
      }),
      panels: ["equation"],
      notes:
        "Credit assignment at its worst: one reward, 0 or 1, for all places of an image together. Ask what would happen with σ = 0.",
    },
    {
      title: "One loss out of three",
      text: [
        "So the weights move by a sum of three gradients. The class is supervised: the right answer is known, and its gradient flows back through the core to every glimpse. The places are learned by REINFORCE. The baseline is fitted to the reward.",
        "Mind where each gradient ends. The push on a place reaches the location network only, and the baseline’s error only the baseline; the core, which all of them read from, is shaped by the class. This is called a hybrid loss: supervised learning for what has a gradient, a policy gradient for what has none.",
        "Press Step, one line at a time, until the lines that learn.",
      ],
      slide: [
        "A *hybrid* loss: supervised for the class, REINFORCE for the places, a fit to the reward for the baseline.",
      ],
      equation: [
        { tex: "\\Delta\\theta =" },
        {
          tex: "\\nabla\\log p_\\theta(c^*\\mid h_T)",
          says: "The right class becomes more probable: supervised.",
        },
        { tex: "+\\,\\lambda\\sum_t" },
        {
          tex: "A_t\\,\\nabla\\log\\mathcal N(l_{t+1};\\mu_t,\\sigma^2)",
          says: "The places of images with a positive advantage become more probable: REINFORCE, weighted by λ = 0.01.",
        },
        { tex: "-" },
        {
          tex: "\\nabla (R-b_t)^2",
          says: "The baseline comes nearer to the reward: a critic with one task.",
        },
      ],
      scenario: fromPreset("glimpse-small", { seed, view: { figure: "run", granularity: "line" } }),
      panels: ["code"],
      notes:
        "Adam scales each weight’s step by itself, so λ hardly matters for the location network, which only this one term reaches.",
    },
    {
      title: "Learning to look, from scratch",
      text: [
        "A small setting that learns while you watch: four glimpses of 8×8 at two scales, 10,000 training digits, 64 images an update. The run stops after 500 updates; every 100 it is tested on 500 held-out digits, with its own gaze and with a random one.",
        "The control is the same network with an eye that goes anywhere at random, and whose answers are learned in the same way. After 500 updates it gets about a third of the digits right.",
      ],
      slide: [
        "Four glimpses of 8×8, 500 updates of 64 images.",
        "With an eye that goes anywhere at random: about a third right.",
      ],
      scenario: fromPreset("glimpse-small", {
        seed,
        view: { figure: "run", granularity: "update" },
        stop: { ticks: 2001 },
      }),
      panels: ["charts"],
      prediction: {
        question: "And with a gaze that is learned, after as many updates?",
        options: [
          "About a tenth: the gaze disturbs the answers at first",
          "About a third too: 500 updates are too few to learn where to look",
          "More than 60 %",
        ],
        outcome: (run) => (rightIn(run) >= 0.6 ? 2 : rightIn(run) >= 0.2 ? 1 : 0),
        answer: 2,
        because: [
          "80 % in this run. Each kind of learning helps the other: a better gaze brings glimpses that are easier to read, and better answers make the reward a clearer hint for the gaze.",
          "With a learned gaze all of the seeds 1 to 20 reach 90 % within 4,000 updates, half of them after 102,000 images. With a random one none does. A plain network that sees all pixels at once needs 12,800 images: looking has to be learned, and that costs samples.",
        ],
      },
      notes:
        "Press Run a few more times, for 500 updates each. The chart has the line for the random gaze of the same network too: it suffers, because the network has come to rely on its own paths.",
    },
    {
      title: "Clutter",
      text: [
        "In an image of 60×60 with pieces of other digits lying about, reading everything is no help: in the paper a fully connected network is wrong on 12 % of such images and a convolutional one on 8.1 %.",
        `Our network looks eight times. On 10,000 images it is wrong on ${errorOf("glimpse-60-cluttered")} %, the paper’s on 4.04 %: ours was trained for a shorter time. On plain 28×28 both have ${errorOf("glimpse-28")} %; on 60×60 without clutter ours has ${errorOf("glimpse-60-translated")} %, the paper’s 1.20 %.`,
        "Now the same weights with an eye that is moved to eight random places.",
      ],
      slide: [
        `60×60, with pieces of other digits about. Wrong on ${errorOf("glimpse-60-cluttered")} %; the paper’s network on 4.04 %.`,
        "Now eight random places.",
      ],
      scenario: fromPreset("glimpse-60-cluttered", {
        seed,
        algo: { ...ONLY_TESTED, gaze: "random" },
        view: { figure: "run", granularity: "glimpse" },
        stop: afterTest(8),
      }),
      panels: [],
      prediction: {
        question: "How many of 500 digits does it still get right with a random gaze?",
        options: [
          "About 10 %: it cannot read anything like that",
          "Between 40 and 85 %",
          "More than 85 %: eight looks see nearly all of the image anyhow",
        ],
        outcome: (run) => (rightIn(run) < 0.4 ? 0 : rightIn(run) < 0.85 ? 1 : 2),
        answer: 1,
        because: [
          `Of all 10,000 it is wrong on ${errorOf("glimpse-60-cluttered", "random")} %: about three times as many errors as with the learned gaze. The coarse scales see something from almost anywhere; what is missing is the close look at the right place.`,
          `A harder control is a fixed scan, row by row: ${errorOf("glimpse-60-cluttered", "scan")} % of errors. Always the middle: ${errorOf("glimpse-60-cluttered", "centre")} %. In the paper a network that was *trained* with random glimpses has 14.4 %; ours was trained with its own gaze, which makes the change harder for it.`,
        ],
      },
      notes:
        "Open the tab Test to repeat this with other gazes, and look at “Where it looks”. The fixed scan is the fair opponent: it also covers the image.",
    },
    {
      title: "What it has not learned",
      text: [
        "The network of the first step again, with all its six glimpses, 99 % right. Now the digits are drawn smaller: at 20 pixels instead of 28, anywhere in the image. For us that is the same task.",
      ],
      slide: [
        "The same network, 99 % right on digits of 28 pixels.",
        "Now they are drawn with 20. For us that is the same task.",
      ],
      scenario: fromPreset("glimpse-20px", {
        seed,
        algo: ONLY_TESTED,
        view: { figure: "run", granularity: "glimpse" },
        stop: afterTest(6),
      }),
      panels: [],
      prediction: {
        question: "How many of 500 such digits does it get right?",
        options: [
          "More than 90 %: it can look wherever the digit is",
          "70 to 90 %",
          "30 to 70 %",
          "Less than 30 %",
        ],
        outcome: (run) => {
          const right = rightIn(run);
          return right >= 0.9 ? 0 : right >= 0.7 ? 1 : right >= 0.3 ? 2 : 3;
        },
        answer: 2,
        because: [
          `About half; of all 10,000 it is wrong on ${errorOf("glimpse-20px")} %. Its paths fit digits of one size in the middle, and so does what it makes of each patch. Others who trained this model report 97 % at 28 pixels and 18 % at 20.`,
          "It is no lack of ability: what is missing is data. Open the preset “Trained at 28 pixels, asked at 20” and let it learn: after 100 updates on small digits it was right on 68 % in a run of ours.",
        ],
      },
      notes:
        "Let them draw a digit of their own under “Your own”, large and small. Non-stationary data, again: a policy knows the world that it was trained in.",
    },
  ],
  challenges,
  exact: [
    "Images, glimpses, beliefs and pushes are those of the network on screen; the digits are MNIST’s.",
    "The errors of the shipped networks are from all 10,000 test digits, looked at once each, with places drawn from the policy; the last epoch was taken, not the best one.",
  ],
  simplified: [
    "The questions test on the first 500 test digits only, so their percentages are uncertain by one to two points near 99 % and by about four near 50 %. Before the test the network makes ten updates too small to matter.",
    "The core has rectified linear units in place of an LSTM, as in the paper for MNIST. The location network has a hidden layer and places are kept inside the image, as in the PyTorch reproduction.",
    "Our network for cluttered images was trained for 70 minutes on one processor core and is not as good as the paper’s. The small setting is ours, for machines without a graphics processor.",
  ],
  sources: [
    "The lecture, recurrent attention model.",
    "Mnih, Heess, Graves & Kavukcuoglu, “Recurrent models of visual attention”, 2014, tables 1 and 2.",
    "kevinzakka/recurrent-visual-attention, a PyTorch reproduction: weights of the loss, hidden layer of the location network.",
    "Our figures: docs/evidence.md of this program; those for fewer glimpses and for the 100 updates were measured for this chapter.",
  ],
};
