import type { AdvantageBatch } from "./policy-learner";
import { layerSlices, type MlpSpec } from "./params";
import type { QOptions, Transitions } from "./q-learner";
import type { RegressionLoss } from "./losses";

/** The same mathematics once more, in float64 and with plain loops: what the tests compare with. */
type Parameters = Float64Array;

/** The loss of one row of the batch and its derivative with respect to the network's outputs. */
type RowLoss = (output: readonly number[], row: number) => { loss: number; gradient: number[] };

export function forward64(spec: MlpSpec, theta: Parameters, input: readonly number[]): number[][] {
  const slices = layerSlices(spec.sizes);
  const activations: number[][] = [[...input]];
  slices.forEach(({ inputs, outputs, weightOffset, biasOffset }, index) => {
    const z = Array.from({ length: outputs }, (_, unit) => {
      let sum = theta[biasOffset + unit];
      for (let i = 0; i < inputs; i++)
        sum += activations[index][i] * theta[weightOffset + i * outputs + unit];
      return sum;
    });
    if (index === slices.length - 1) activations.push(z);
    else activations.push(z.map(spec.activation === "tanh" ? Math.tanh : (value) => Math.max(value, 0)));
  });
  return activations;
}

function rowsOf(spec: MlpSpec, observations: Float32Array): number[][] {
  const inputs = spec.sizes[0];
  return Array.from({ length: observations.length / inputs }, (_, row) =>
    Array.from(observations.subarray(row * inputs, (row + 1) * inputs)),
  );
}

/** Loss of a batch, and its gradient by the chain rule. */
export function lossAndGradient64(
  spec: MlpSpec,
  theta: Parameters,
  observations: Float32Array,
  rowLoss: RowLoss,
): { loss: number; gradient: Float64Array } {
  const gradient = new Float64Array(theta.length);
  const slices = layerSlices(spec.sizes);
  let total = 0;
  rowsOf(spec, observations).forEach((input, row) => {
    const activations = forward64(spec, theta, input);
    const { loss, gradient: atOutput } = rowLoss(activations[slices.length], row);
    total += loss;
    let delta = atOutput;
    for (let index = slices.length - 1; index >= 0; index--) {
      const { inputs, outputs, weightOffset, biasOffset } = slices[index];
      const below = Array.from({ length: inputs }, () => 0);
      for (let unit = 0; unit < outputs; unit++) {
        gradient[biasOffset + unit] += delta[unit];
        for (let i = 0; i < inputs; i++) {
          gradient[weightOffset + i * outputs + unit] += activations[index][i] * delta[unit];
          below[i] += theta[weightOffset + i * outputs + unit] * delta[unit];
        }
      }
      delta = below.map((value, i) => {
        const h = activations[index][i];
        return value * (spec.activation === "tanh" ? 1 - h * h : Number(h > 0));
      });
    }
  });
  return { loss: total, gradient };
}

/** Central differences of the loss: what the chain rule itself is checked against. */
export function finiteDifferences(
  spec: MlpSpec,
  theta: Parameters,
  observations: Float32Array,
  rowLoss: RowLoss,
): Float64Array {
  const step = 1e-6;
  const at = (index: number, shift: number): number => {
    const moved = theta.slice();
    moved[index] += shift;
    return rowsOf(spec, observations).reduce(
      (sum, input, row) => sum + rowLoss(forward64(spec, moved, input).at(-1) ?? [], row).loss,
      0,
    );
  };
  return theta.map((_, index) => (at(index, step) - at(index, -step)) / (2 * step));
}

function penalty64(kind: RegressionLoss, d: number): { value: number; slope: number } {
  if (kind === "squared") return { value: d * d, slope: 2 * d };
  return Math.abs(d) <= 1
    ? { value: 0.5 * d * d, slope: d }
    : { value: Math.abs(d) - 0.5, slope: Math.sign(d) };
}

/** DQN's loss of one batch, its targets taken from `theta` and `target` as they are now and then held. */
export function qLoss64(
  { network: spec, rule }: QOptions,
  theta: Parameters,
  target: Parameters,
  batch: Transitions,
): RowLoss {
  const targets = rowsOf(spec, batch.nextObservations).map((next, row) => {
    const values = forward64(spec, target, next).at(-1) ?? [];
    const chooser = rule.double ? (forward64(spec, theta, next).at(-1) ?? []) : values;
    const best = values[chooser.indexOf(Math.max(...chooser))];
    return batch.rewards[row] + (batch.terminated[row] ? 0 : rule.gamma * best);
  });
  return (output, row) => {
    const { value, slope } = penalty64(rule.loss, output[batch.actions[row]] - targets[row]);
    const rows = targets.length;
    return {
      loss: value / rows,
      gradient: output.map((_, a) => (a === batch.actions[row] ? slope / rows : 0)),
    };
  };
}

export function valueLoss64(returns: Float32Array, used: number): RowLoss {
  return ([v], row) => {
    const { value, slope } = penalty64("squared", v - returns[row]);
    return row < used ? { loss: value / used, gradient: [slope / used] } : { loss: 0, gradient: [0] };
  };
}

export function policyLoss64({ actions, advantages, scale }: AdvantageBatch): RowLoss {
  return (logits, row) => {
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    const weight = scale * advantages[row];
    return {
      loss: -weight * (logits[actions[row]] - Math.log(total)),
      gradient: logits.map((logit, a) => weight * (Math.exp(logit) / total - Number(a === actions[row]))),
    };
  };
}
