import { argmax } from "../../core/argmax";
import { DIGIT_CLASSES } from "../../core/digits";
import type { GlimpsePicture, GlimpseState, Place, Probe } from "../../core/glimpse";
import type { NetworkExplanation } from "../../core/network-run";
import { Actor } from "../../nn/actor";
import { logSoftmaxAt, softmax } from "../../nn/softmax";
import { pixelsOf, type Parts } from "./parts";

const MIDDLE: Place = { x: 0, y: 0 };

/** One image of the batch: to the network, once it has answered, one single glimpse that covers all of it; null where there is none. */
export function pictureOf(parts: Parts, asked: number): GlimpsePicture | null {
  const { batch, actor, logits } = parts;
  if (batch.length === 0) return null;
  const picture = pictureFor(parts, batch[Math.min(Math.max(asked, 0), batch.length - 1)], actor);
  return logits ? picture : { ...picture, glimpses: [] };
}

export function probe(parts: Parts, { image }: Probe): GlimpsePicture {
  const { context, env, spec, weights } = parts;
  const state =
    typeof image === "number"
      ? env.glimpse.test(image, context.streams.init.split(`probe ${image}`))
      : env.glimpse.own(image, MIDDLE);
  return pictureFor(parts, state, new Actor(spec, weights));
}

function pictureFor({ env }: Parts, state: GlimpseState, actor: Actor): GlimpsePicture {
  const { size } = env.glimpse;
  const patches = pixelsOf([state]);
  const layers = actor.activations(patches);
  const belief = Float32Array.from(softmax(layers[layers.length - 1]));
  const hidden = layers[layers.length - 2];
  return {
    size,
    patch: size,
    scales: 1,
    planned: 1,
    pixels: state.pixels,
    label: state.label,
    sigma: 0,
    glimpses: [{ place: MIDDLE, patches, hidden, belief, baseline: 0, mean: MIDDLE }],
    pushes: null,
  };
}

/** The batch as data: of every image what the network answered and what that cost. */
export function explainer(parts: Parts): () => NetworkExplanation | null {
  let of: Parts["logits"] = null;
  let explanation: NetworkExplanation | null = null;
  return () => {
    const { batch, logits } = parts;
    if (logits === of) return explanation;
    of = logits;
    explanation = logits && { numbers: { batch: batch.length }, rows: rowsOf(batch, logits) };
    return explanation;
  };
}

function rowsOf(batch: Parts["batch"], logits: Float32Array): NetworkExplanation["rows"] {
  return batch.map(({ label }, row) => {
    const own = logits.subarray(row * DIGIT_CLASSES, (row + 1) * DIGIT_CLASSES);
    const belief = softmax(own);
    const best = argmax(own);
    return { label, best, belief: belief[best], ofLabel: belief[label], loss: -logSoftmaxAt(own, label) };
  });
}
