import { section } from "./section";

/** What the page is, how far it can be trusted, and what it is made of. */
export const about = section("about", {
  title: "About Bellman",
  what: "A playground for reinforcement learning. Everything is computed in this page: nothing is sent anywhere, and your work is kept in this browser only.",
  exact: "What is exact",
  tables:
    "Transition probabilities and rewards are those of the map and the parameters, nothing is rounded. A seed and the same settings give the same tables to the last bit: in every browser, at every speed, after a pause, a step back or a reload. Numbers on screen are rounded for reading; the CSV has all digits. Q* and the optimal policy, where charts compare with them, are computed by planning on the same model.",
  networks:
    "The cart-pole moves by the equations of Gymnasium’s CartPole-v1. Networks compute with 32-bit numbers on the graphics processor or in WebAssembly: the same seed repeats a run on the same kind of device, and on another one it may take another course.",
  simplified: "What is simplified",
  small:
    "The grid worlds are small, and the agent knows their cells by number: real problems have far more states than a table can hold. The cart-pole has no friction, and its agent sees every number of its state. One run is one sample: two seeds may differ much, so compare algorithms over several. An episode that takes longer than its longest length is cut off; the cut is not counted as an ending, except in the returns of policy gradients.",
  made: "Made of",
  parts:
    "Bellman {version}, MIT licence. React, zustand, KaTeX, fflate and uqr (MIT), d3 (ISC), TensorFlow.js (Apache 2.0). Typefaces: Inter and JetBrains Mono (SIL Open Font License 1.1).",
});
