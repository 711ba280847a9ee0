/** For the page, which knows networks only through the engine: the networks of a run, as pictured, as a file. */
export { exportWeights } from "../nn/weights-file";
