import type { MlpTraining } from "../learner";
import type { MlpOptions, Observations } from "../mlp-learner";
import { BLOCK, mlpLayout, type MlpLayout } from "./layout";
import { GpuLearner } from "./learner";
import { mlpBackward, type LossKind } from "./mlp-backward";
import { mlpForward } from "./mlp-forward";
import { mlpRecord, turnBack, type MlpRecord } from "./mlp-record";
import type { Groups } from "./network";
import { blendKernel } from "./optimizer";

/** A fully connected network in training on the GPU, in six dispatches an update. A subclass says what its loss is. */
export abstract class GpuMlpLearner<Batch extends Observations>
  extends GpuLearner<Batch, MlpLayout>
  implements MlpTraining<Batch>
{
  protected readonly inputs: number;

  constructor(
    device: GPUDevice,
    options: MlpOptions,
    { loss, keepsTarget = false }: { readonly loss: LossKind; readonly keepsTarget?: boolean },
  ) {
    const { network, optimizer } = options;
    const layout = mlpLayout(network, optimizer, keepsTarget);
    const texts = { forward: mlpForward(layout), backward: mlpBackward(layout, loss) };
    super(device, options, {
      layout,
      texts: keepsTarget ? { ...texts, blend: blendKernel(layout) } : texts,
      title: network.sizes.join("-"),
    });
    this.inputs = network.sizes[0];
  }

  async forward(observations: Float32Array): Promise<Float32Array> {
    const { layers } = this.layout;
    const { outputs, to } = layers[layers.length - 1];
    const record = mlpRecord(this.inputs, observations);
    const found = await this.network.outputs(record, [this.passes(record)], to, outputs);
    return turnBack(found, outputs, observations.length / this.inputs);
  }

  protected abstract override recordOf(...given: Parameters<GpuLearner<Batch>["recordOf"]>): MlpRecord;

  protected override slopes(record: MlpRecord): readonly Groups[] {
    return [this.passes(record), ["backward", (record.quads * 4) / BLOCK]];
  }

  private passes({ quads, passes }: MlpRecord): Groups {
    return ["forward", (quads * 4) / BLOCK, passes];
  }
}
