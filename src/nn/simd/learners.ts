import { argmax } from "../../core/argmax";
import type { LabelledBatch } from "../class-learner";
import type { AdvantageBatch } from "../policy-learner";
import type { QOptions, QTraining, Transitions } from "../q-learner";
import type { ReturnBatch } from "../value-learner";
import { SimdLearner, type RowsLoss } from "./learner";
import { crossEntropyRows, regressionRows } from "./losses";

/** As `QLearner`. */
export class SimdQLearner extends SimdLearner<Transitions> implements QTraining {
  /** y of the rows at hand, and which columns of them are chosen. */
  private readonly targets: number[] = [];

  constructor(private readonly q: QOptions) {
    super(q);
  }

  syncTarget(): void {
    this.hasTarget = true;
    this.network.frozen.values.set(this.network.theta.values);
  }

  blendTarget(tau: number): void {
    if (this.hasTarget) this.network.blendFrozen(tau);
    else this.syncTarget();
  }

  dropTarget(): void {
    this.hasTarget = false;
  }

  protected override get keepsTarget(): boolean {
    return true;
  }

  protected override lossOf(batch: Transitions, first: number, rows: number): RowsLoss {
    const { columns, targets } = this;
    const { loss: kind } = this.q.rule;
    this.findTargets(batch, first, rows);
    const scale = 1 / batch.rewards.length;
    return (outputs, slopes) =>
      regressionRows(
        { kind, columns, scale },
        outputs,
        slopes,
        (row) => batch.actions[first + row],
        (row) => targets[row],
      );
  }

  /** y = r + γ Q(s′, a′; θ⁻), a′ the best for θ⁻, or for θ where the learning is double. */
  private findTargets(batch: Transitions, first: number, rows: number): void {
    const { columns, network, targets } = this;
    const { double, gamma } = this.q.rule;
    const next = batch.nextObservations;
    const outputsAt = (outputs: Float32Array, row: number) =>
      outputs.subarray(row * columns, (row + 1) * columns);
    const choices: number[] = [];
    if (double && this.hasTarget) {
      const own = network.forward(network.theta, next, first, rows);
      for (let row = 0; row < rows; row++) choices.push(argmax(outputsAt(own, row)));
    }
    const values = network.forward(this.hasTarget ? network.frozen : network.theta, next, first, rows);
    for (let row = 0; row < rows; row++) {
      const of = outputsAt(values, row);
      // A NaN anywhere in the row is to be seen in the loss, whichever action is chosen.
      const best = of.some(Number.isNaN) ? Number.NaN : of[choices[row] ?? argmax(of)];
      targets[row] = batch.rewards[first + row] + (batch.terminated[first + row] ? 0 : gamma) * best;
    }
  }
}

/** As `PolicyLearner`. */
export class SimdPolicyLearner extends SimdLearner<AdvantageBatch> {
  protected override lossOf({ actions, advantages, scale }: AdvantageBatch, first: number): RowsLoss {
    return (logits, slopes) =>
      crossEntropyRows(
        this.columns,
        logits,
        slopes,
        (row) => actions[first + row],
        (row) => scale * advantages[first + row],
      );
  }
}

/** As `ClassLearner`. */
export class SimdClassLearner extends SimdLearner<LabelledBatch> {
  protected override lossOf({ labels }: LabelledBatch, first: number): RowsLoss {
    const weight = 1 / labels.length;
    return (logits, slopes) =>
      crossEntropyRows(
        this.columns,
        logits,
        slopes,
        (row) => labels[first + row],
        () => weight,
      );
  }
}

/** As `ValueLearner`. */
export class SimdValueLearner extends SimdLearner<ReturnBatch> {
  protected override lossOf({ returns, used }: ReturnBatch, first: number): RowsLoss {
    return (outputs, slopes) =>
      regressionRows(
        { kind: "squared", columns: 1, scale: 1 / used },
        outputs,
        slopes,
        (row) => (first + row < used ? 0 : -1),
        (row) => returns[first + row],
      );
  }
}
