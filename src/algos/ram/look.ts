import type { Glimpse, GlimpsePicture, GlimpseState, LocationPush, Place, Probe } from "../../core/glimpse";
import { pathOf } from "../../core/glimpse-tally";
import { GlimpseActor } from "../../nn/glimpse-actor";
import { inputsOf } from "./batch";
import type { Parts } from "./parts";

/** One image of the batch with its glimpses so far, made with the weights that looked at it; null where there is none. */
export function pictureOf(parts: Parts, asked: number): GlimpsePicture | null {
  const { context, env, network, batch } = parts;
  if (batch.states.length === 0) return null;
  const row = Math.min(Math.max(asked, 0), batch.states.length - 1);
  const state = batch.states[row];
  const inputs = inputsOf(env);
  const seen = batch.patches.map((patches) => patches.slice(row * inputs, (row + 1) * inputs));
  const places = pathOf(batch.places, row);
  const glimpses = lookAt(network.actor, seen.length, (t) => ({ place: places[t], patches: seen[t] }));
  return { ...frameOf(parts, state), sigma: context.params.sigma, glimpses, pushes: pushesOf(parts, row) };
}

function frameOf({ env }: Parts, { pixels, label }: GlimpseState) {
  const { size, patch, scales, glimpses } = env.glimpse;
  return { size, patch, scales, planned: glimpses, pixels, label };
}

/** Glimpse after glimpse of one image. */
function lookAt(
  actor: GlimpseActor,
  count: number,
  see: (t: number, last: Glimpse | undefined) => { place: Place; patches: Float32Array },
): Glimpse[] {
  const glimpses: Glimpse[] = [];
  for (let t = 0; t < count; t++) {
    const { place, patches } = see(t, glimpses[t - 1]);
    const { hidden, mean, baseline, belief } = actor.look(patches, place, glimpses[t - 1]?.hidden ?? null);
    glimpses.push({ place, patches, hidden, belief, baseline, mean });
  }
  return glimpses;
}

/** What the update did with every place that was chosen on one image; null until it has been made. */
function pushesOf({ context: { params }, batch, update }: Parts, row: number): LocationPush[] | null {
  const { rewards, heads, drawn, states } = batch;
  const advantages = update?.advantages;
  if (!rewards || !advantages || params.gaze !== "learned") return null;
  return drawn.map((places, t) => {
    const place = { x: places[2 * row], y: places[2 * row + 1] };
    const mean = { x: heads[t].means[2 * row], y: heads[t].means[2 * row + 1] };
    const variance = params.sigma ** 2;
    return {
      reward: rewards[row],
      baseline: heads[t].baselines[row],
      advantage: advantages[t * states.length + row],
      place,
      mean,
      gradient: { x: (place.x - mean.x) / variance, y: (place.y - mean.y) / variance },
    };
  });
}

/** How the network, as it is now, looks at an image: at the places given, and on from there at the means of its policy. */
export function probe(parts: Parts, { image, places, goOn }: Probe): GlimpsePicture {
  const { context, env, network } = parts;
  const { glimpse } = env;
  const first: Place = places[0] ?? { x: 0, y: 0 };
  const state =
    typeof image === "number"
      ? glimpse.test(image, context.streams.init.split(`probe ${image}`))
      : glimpse.own(image, first);
  const start = places.length > 0 || typeof image !== "number" ? first : state.place;
  const actor = new GlimpseActor(network.model, network.weights);
  const patches = () => new Float32Array(inputsOf(env));
  const count = goOn ? Math.max(places.length, glimpse.glimpses) : places.length;
  const glimpses = lookAt(actor, count, (t, last) => {
    const place = t === 0 ? start : (places[t] ?? clamped(last?.mean ?? start));
    const seen = patches();
    env.observe({ ...state, place }, seen);
    return { place, patches: seen };
  });
  return { ...frameOf(parts, state), sigma: context.params.sigma, glimpses, pushes: null };
}

function clamped({ x, y }: Place): Place {
  return { x: Math.min(1, Math.max(-1, x)), y: Math.min(1, Math.max(-1, y)) };
}
