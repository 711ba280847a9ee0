import { section } from "./section";

/** The dialog about what networks are computed on. */
export const backendDialog = section("backendDialog", {
  title: "Where networks are computed",
  nowhere: "Nowhere yet: no network is trained.",
  here: "All of it happens on this machine, in the background of this page. Nothing of it is sent anywhere.",

  gpu: "Graphics processor",
  noGpu: "None is used.",
  name: "Name",
  notUsed: "{name} (not used)",
  vendor: "Vendor",
  architecture: "Architecture",
  notTold: "not told",
  kind: "Kind",
  software: "software: correct, but slow",
  hardware: "hardware",

  work: "One gradient step",
  programs:
    "{count} GPU programs and {reads} read-backs, with what acting, tests and pictures needed meanwhile.",
  programsOneRead:
    "{count} GPU programs and {reads} read-back, with what acting, tests and pictures needed meanwhile.",
  operations:
    "{count} operations and {reads} read-backs, with what acting, tests and pictures needed meanwhile.",
  operationsOneRead:
    "{count} operations and {reads} read-back, with what acting, tests and pictures needed meanwhile.",
  noWork: "Run some updates to see what one takes.",

  test: "Self-test",
  testWhat:
    "Before anything is trained, four updates of a small network and three of a recurrent one are computed and compared with double precision. They may differ by {percent} %.",
  number: "Number",
  expected: "Expected",
  got: "Here",
  right: "Right",
  yes: "yes",
  no: "no",
  loss: "Loss of update {update}",
  norm: "Gradient norm of update {update}",
  recurrentLoss: "Recurrent: loss of update {update}",
  recurrentNorm: "Recurrent: gradient norm of update {update}",
  none: "none",
  nan: "A NaN in the data",
  seen: "seen",
  notSeen: "not seen",

  other: "Use another",
  otherWhat:
    "The address of the page can ask for one: {webgpu}, {wasm} or {cpu}, before the #. The same seed begins with the same network on each; they round differently, so in time training takes another course.",
  best: "The best there is",

  reload: "After a reload",
  untried:
    "Training is kept in this browser every five seconds and at each pause, so that it can go on after a reload.",
  kept: "This training is kept in this browser, every five seconds and at each pause. A reload goes on from there.",
  refused: "This browser does not let the page keep training: a reload does it again from the start.",
});
