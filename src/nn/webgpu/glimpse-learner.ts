import { glimpseTitle } from "../glimpse-layers";
import type {
  GlimpseBatch,
  GlimpseLooks,
  GlimpseOptions,
  GlimpseReading,
  GlimpseTraining,
} from "../glimpse-learner";
import { chooseKernel, recurKernel, seeKernel } from "./glimpse-forward";
import { glimpseLayout, type GlimpseLayout } from "./glimpse-layout";
import { learningRecord, lookingRecord, type GlimpseRecord } from "./glimpse-record";
import { slopesKernel, throughTimeKernel, underKernel } from "./glimpse-slopes";
import { BLOCK } from "./layout";
import { GpuLearner, type StepNumbers } from "./learner";
import { turnBack } from "./mlp-record";
import type { Groups } from "./network";

/** As `GlimpseLearner`: an update is ten dispatches however many glimpses it has. */
export class GpuGlimpseLearner extends GpuLearner<GlimpseBatch, GlimpseLayout> implements GlimpseTraining {
  constructor(device: GPUDevice, { model, ...options }: GlimpseOptions) {
    const layout = glimpseLayout(model, options.optimizer);
    super(device, options, {
      layout,
      texts: {
        see: seeKernel(layout),
        recur: recurKernel(layout),
        choose: chooseKernel(layout),
        slopes: slopesKernel(layout),
        throughTime: throughTimeKernel(layout),
        under: underKernel(layout),
      },
      title: glimpseTitle(model),
    });
  }

  async look(
    patches: Float32Array,
    places: Float32Array,
    hidden: Float32Array | null,
  ): Promise<GlimpseLooks> {
    const { layer, model, units } = this.layout;
    const rows = places.length / 2;
    const record = lookingRecord(model, patches, places, hidden);
    const from = layer.core.to;
    const all = await this.network.outputs(record, this.forward(record), from, units - from);
    const padded = record.quads * 4;
    const of = (unit: number, count: number) =>
      turnBack(all.subarray((unit - from) * padded, (unit - from + count) * padded), count, rows);
    return {
      hidden: of(from, model.coreUnits),
      means: of(layer.gaze.to, 2),
      baselines: of(layer.baseline.to, 1),
      logits: of(layer.classes.to, model.classes),
    };
  }

  override async readForActing(): Promise<GlimpseReading> {
    const { terms, ...reading } = await this.readWithTerms();
    const [classLoss, baselineLoss, policyLoss] = terms;
    return {
      ...reading,
      loss: classLoss + baselineLoss + policyLoss,
      parts: { classLoss, baselineLoss },
    };
  }

  protected override recordOf(batch: GlimpseBatch, step?: StepNumbers): GlimpseRecord {
    return learningRecord(this.layout.model, batch, step);
  }

  protected override slopes(record: GlimpseRecord): readonly Groups[] {
    const [blocks, glimpses] = sizesOf(record);
    return [
      ...this.forward(record),
      ["slopes", blocks, glimpses],
      ["throughTime", blocks],
      ["under", blocks, glimpses],
    ];
  }

  private forward(record: GlimpseRecord): readonly Groups[] {
    const [blocks, glimpses] = sizesOf(record);
    return [
      ["see", blocks, glimpses],
      ["recur", blocks],
      ["choose", blocks, glimpses],
    ];
  }
}

function sizesOf({ quads, glimpses }: GlimpseRecord): readonly [blocks: number, glimpses: number] {
  return [(quads * 4) / BLOCK / glimpses, glimpses];
}
