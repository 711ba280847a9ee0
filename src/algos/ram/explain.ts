import type { NetworkExplanation } from "../../core/network-run";
import { softmax } from "../../nn/softmax";
import { argmax } from "../../core/argmax";
import { DIGIT_CLASSES } from "../../core/digits";
import { POLICY_WEIGHT } from "./params";
import type { Parts } from "./parts";

type Row = Record<string, number>;

/** The batch as data: what each image's last glimpse led to and, once it has answered, what REINFORCE makes of its last choice. */
export function explainer(parts: Parts): () => NetworkExplanation | null {
  let of: readonly unknown[] = [];
  let explanation: NetworkExplanation | null = null;
  return () => {
    const { batch, update } = parts;
    const now = [
      batch,
      batch.places.length,
      batch.heads.length,
      batch.drawn.length,
      batch.rewards,
      update?.advantages,
      update?.gradientNorm,
    ];
    if (now.some((value, i) => !Object.is(value, of[i]))) {
      of = now;
      explanation = batch.places.length === 0 ? null : explain(parts);
    }
    return explanation;
  };
}

function explain(parts: Parts): NetworkExplanation {
  const { context, batch, update } = parts;
  return {
    numbers: {
      sigma: context.params.sigma,
      weight: POLICY_WEIGHT,
      batch: batch.states.length,
      learningRate: context.params.learningRate,
      ...(update && Number.isFinite(update.loss) && { loss: update.loss, gradientNorm: update.gradientNorm }),
    },
    rows: batch.states.map((_, row) => rowOf(parts, row)),
  };
}

function rowOf({ context: { params }, batch, update }: Parts, row: number): Row {
  const { states, places, heads, drawn, rewards } = batch;
  const t = places.length;
  const at = (arrays: readonly Float32Array[], i: number) => ({
    x: arrays[i][2 * row],
    y: arrays[i][2 * row + 1],
  });
  const { x, y } = at(places, t - 1);
  const record: Row = { glimpse: t, x, y };
  const last = heads[t - 1];
  if (!last) return record;
  const belief = softmax(last.logits.subarray(row * DIGIT_CLASSES, (row + 1) * DIGIT_CLASSES));
  const best = argmax(belief);
  Object.assign(record, { best, belief: belief[best] });
  if (rewards) Object.assign(record, { label: states[row].label, reward: rewards[row] });
  // Of the choice made after this glimpse or, after the last one, of the choice that led to it.
  const choice = rewards ? t - 2 : t - 1;
  if (params.gaze !== "learned" || !drawn[choice]) return record;
  const next = at(drawn, choice);
  const mean = { x: heads[choice].means[2 * row], y: heads[choice].means[2 * row + 1] };
  Object.assign(record, { glimpse: choice + 1, nextX: next.x, nextY: next.y, meanX: mean.x, meanY: mean.y });
  if (!rewards) return record;
  if (params.baseline) record.baseline = heads[choice].baselines[row];
  if (!update?.advantages) return record;
  record.advantage = update.advantages[choice * states.length + row];
  record.gradientX = (next.x - mean.x) / params.sigma ** 2;
  record.gradientY = (next.y - mean.y) / params.sigma ** 2;
  return record;
}
