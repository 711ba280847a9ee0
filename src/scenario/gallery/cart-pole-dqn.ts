import type { Stop } from "../../core/scenario";
import type { Preset } from "./preset";

const group = "Cart-pole: DQN";
const MEASURED = "counted over seeds 1 to 20 on WebAssembly.";

const scenario = (params: Readonly<Record<string, unknown>>, stop: Stop): Preset["scenario"] => ({
  v: 1,
  env: { id: "cart-pole" },
  algo: { id: "dqn", params },
  stop,
});

export const cartPoleDqnPresets: readonly Preset[] = [
  {
    id: "cart-pole-dqn",
    title: "DQN",
    notice:
      "The greedy tests jump up and down until one of them is passed: solved within 21,000 steps for 20 of 20 seeds, half of them by step 15,000.",
    source: `Mnih et al. 2013, 2015; van Hasselt et al. 2016. Our setting; ${MEASURED}`,
    group,
    scenario: scenario({}, { ticks: 50_000, solved: true }),
  },
  {
    id: "cart-pole-dqn-16",
    title: "DQN with sixteen poles at once",
    notice:
      "Each step of all sixteen poles goes into one memory; then come as many updates in one go, read back together from a graphics processor. Solved within 19,008 steps for 20 of 20 seeds, half of them by step 15,008.",
    source: `Our setting; many actors and one memory, as in Horgan et al. 2018; ${MEASURED}`,
    group,
    scenario: scenario({ environments: 16 }, { ticks: 4_000, solved: true }),
  },
  {
    id: "cart-pole-no-replay",
    title: "DQN without replay",
    notice:
      "It learns from the newest 16 transitions as they came: it passes its first test later. Within 50,000 steps 20 of 20 seeds pass one, half of them by step 21,000, the last at 43,000. Switch replay on and all 20 do, half by step 16,000, the last at 28,000. In the end 7 fail again; with replay 5.",
    source: `The lecture, experience replay: consecutive samples are correlated; ${MEASURED}`,
    group,
    scenario: scenario({ replay: false, batchSize: 16 }, { ticks: 50_000 }),
  },
  {
    id: "cart-pole-no-target",
    title: "DQN without a target network",
    notice:
      "Each step moves its own targets too: Q climbs past 10,000, though no policy can earn more than 100. Stopped for 20 of 20 seeds, after 2,900 to 17,700 gradient steps; 14 had passed a test before.",
    source: `Mnih et al. 2015: why the targets use older weights; ${MEASURED}`,
    group,
    scenario: scenario({ target: "none" }, { ticks: 50_000 }),
  },
  {
    id: "cart-pole-epsilon-too-small",
    title: "DQN with ε too small",
    notice:
      "Without random actions the agent sees only what its first weights choose: for 10 of 20 seeds its pole still falls after some 9 steps in the last test. With ε from 1 to 0.05 all 20 are solved.",
    source: `The lecture, summary: the challenge of Q-learning is exploration; ${MEASURED}`,
    group,
    scenario: scenario({ epsilon: 0, epsilonEnd: 0 }, { ticks: 20_000, solved: true }),
  },
  {
    id: "cart-pole-diverges",
    title: "DQN with too large a learning rate",
    notice:
      "No target network, and 15 times the tuned learning rate: Q passes 10,000 for 20 of 20 seeds, for 19 of them within 1,000 gradient steps. The run stops, says why, and takes back the last good weights.",
    source: `The lecture, summary: no guarantee with a function approximator; Sutton & Barto, section 11.3; ${MEASURED}`,
    group,
    scenario: scenario({ target: "none", learningRate: 0.03, learningRateEnd: 0.03 }, { ticks: 50_000 }),
  },
];
