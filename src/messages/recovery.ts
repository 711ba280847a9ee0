import { section } from "./section";

/** What is said when the simulation or the graphics processor fails. `{why}` is what happened, without a full stop. */
export const recovery = section("recovery", {
  stopped: "The simulation stopped unexpectedly",
  silent: "The simulation stopped answering",
  benchmarkStopped: "the worker stopped",
  sentence: "{why}.",
  often: "{why} several times in a row. Your work and settings are kept; change them or reload the page.",
  again: "{why} and was started again where it was. Your work and settings are kept.",
  goesOn: "{why}. Training goes on from its last checkpoint, step {step}; nothing is lost.",
  anew: "{why}. The run was started again; nothing is lost.",
  secondGoesOn:
    "{why} for the second time. Training goes on from its last checkpoint, step {step}, without it (WebAssembly); nothing is lost.",
  secondAnew:
    "{why} for the second time. The run was started again, without it (WebAssembly); nothing is lost.",
  tryGpu: "Reload the page to try the graphics processor again.",
  lostTwice: "The graphics processor was lost twice, so now: {reason}",
  damaged: "The training saved in this browser is damaged, so it is done again from the start.",
  mixed:
    "Up to there it was trained on {before}; on {backend} it goes on as a mixed run, which a link cannot repeat bit for bit.",
  thenOn: "{before}, then on {backend}",
  goOnFrom: "Go on from step {step}",
  tryAgain: "Try again",
});
