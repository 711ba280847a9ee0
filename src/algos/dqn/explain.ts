import { argmax } from "../../core/argmax";
import type { NetworkExplanation } from "../../core/network-run";
import { Actor } from "../../nn/actor";
import { affordable } from "../../nn/affordable";
import type { MlpSpec } from "../../nn/params";
import { isAt, stageNumber, type Stage } from "./stages";
import type { Update } from "./update";

/** Transitions of a minibatch that are explained, its first ones: fewer for a large network. */
const MOST_ROWS = 128;
const FEWEST_ROWS = 16;
/** Multiplications that it may cost; a row takes four evaluations. */
const WORK = 2.5e6;

/**
 * An update as data, as far as it has come. Every row has the transition: `s0` …, `action`, `reward`, `next0` …,
 * `terminated`; from the targets on `y` and what it is made of; from the loss on `q`, `delta` and `rowLoss`; after the
 * step `qAfter`. Computed here with the weights the learner used: equal to its numbers up to rounding.
 */
export function explainUpdate(spec: MlpSpec, update: Update): NetworkExplanation {
  const { places, rule, learningRate, maxGradientNorm, tau } = update;
  const reached = (stage: Stage) => isAt(stageNumber(update.stage), stage);
  const numbers: Record<string, number> = {
    stage: stageNumber(update.stage),
    batch: places.length,
    gamma: rule.gamma,
    double: Number(rule.double),
    huber: Number(rule.loss === "huber"),
    hasTarget: Number(update.target !== null),
  };
  if (reached("loss")) numbers.loss = update.loss;
  if (reached("gradient")) {
    numbers.gradientNorm = update.gradientNorm;
    if (maxGradientNorm !== null) numbers.limit = maxGradientNorm;
  }
  if (reached("update")) numbers.learningRate = learningRate;
  if (reached("sync") && tau !== null) numbers.tau = tau;
  const online = new Actor(spec, update.theta);
  const target = new Actor(spec, update.target ?? update.theta);
  const after = update.thetaAfter && new Actor(spec, update.thetaAfter);
  const count = Math.min(places.length, affordable(spec, WORK / 4, FEWEST_ROWS, MOST_ROWS));
  const rows = Array.from({ length: count }, (_, i) => {
    const row = transitionRow(spec, update, i);
    const { observation, nextObservation } = observationsOf(spec, update, i);
    if (reached("targets")) addTarget(row, update, online, target, nextObservation);
    if (reached("loss")) addError(row, update, online.outputs(observation)[row.action]);
    if (reached("update") && after) row.qAfter = after.outputs(observation)[row.action];
    return row;
  });
  return { numbers, rows, total: places.length };
}

function observationsOf({ sizes: [inputs] }: MlpSpec, { batch }: Update, i: number) {
  const row = (rows: Float32Array) => rows.subarray(i * inputs, (i + 1) * inputs);
  return { observation: row(batch.observations), nextObservation: row(batch.nextObservations) };
}

function transitionRow(spec: MlpSpec, update: Update, i: number): Record<string, number> {
  const { batch } = update;
  const { observation, nextObservation } = observationsOf(spec, update, i);
  const row: Record<string, number> = {
    place: update.places[i],
    action: batch.actions[i],
    reward: batch.rewards[i],
    terminated: batch.terminated[i],
  };
  observation.forEach((x, j) => (row[`s${j}`] = x));
  nextObservation.forEach((x, j) => (row[`next${j}`] = x));
  return row;
}

/** y, and where its value of s′ comes from: `nextQ0` … are Q(s′,·;θ⁻), `own0` … Q(s′,·;θ) where that chooses. */
function addTarget(
  row: Record<string, number>,
  { rule }: Update,
  online: Actor,
  target: Actor,
  nextObservation: Float32Array,
): void {
  const values = Array.from(target.outputs(nextObservation));
  values.forEach((q, a) => (row[`nextQ${a}`] = q));
  let choice = argmax(values);
  if (rule.double) {
    const own = online.outputs(nextObservation);
    own.forEach((q, a) => (row[`own${a}`] = q));
    choice = argmax(own);
  }
  row.choice = choice;
  row.nextValue = row.terminated ? 0 : values[choice];
  row.y = row.reward + rule.gamma * row.nextValue;
}

function addError(row: Record<string, number>, { rule }: Update, q: number): void {
  row.q = q;
  row.delta = row.y - q;
  const size = Math.abs(row.delta);
  const huber = size <= 1 ? (size * size) / 2 : size - 0.5;
  row.rowLoss = rule.loss === "huber" ? huber : size * size;
}
