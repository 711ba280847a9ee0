import { section } from "./section";

/** “Benchmark this device”. */
export const benchmark = section("benchmark", {
  title: "Benchmark this device",
  what: "How fast this device is at what the labs do. It takes about 12 seconds, and longer where there is WebGPU. Close other programs first: a busy machine is slower. Nothing is sent anywhere.",
  begin: "Measure",
  again: "Measure again",
  cancel: "Cancel",
  cancelled: "Cancelled. What was measured until then is below.",
  failed: "It could not be measured to the end: {says}.",
  underWay: "Measuring: {percent} %",
  done: "Measured.",
  save: "Save as JSON",

  measured: "Measured",
  here: "This device",
  reference: "For comparison",
  referenceIs: "For comparison: {machine}, measured by this page on {when}.",
  notHere: "–",
  webgpuMissing: "WebGPU was not measured: {reason}",

  qLearning: "Q-learning on the cliff, with its table",
  valueIteration: "Value iteration on 64×64 cells",
  cartPole: "Cart-pole, moved alone",
  acting: "One action of a 4-64-64-2 network",
  update: "{network}: one update",
  images: "{network}: learned from",
  programs: "{network}: GPU programs an update",
  onWebGpu: "On {adapter}",
  onWasm: "On the processor (WebAssembly)",
  tables: "Tables and worlds",

  updatesPerSecond: "updates/s",
  sweepsPerSecond: "sweeps/s",
  stepsPerSecond: "steps/s",
  microseconds: "µs",
  milliseconds: "ms",
  imagesPerSecond: "images/s",
});
