import type { Streams, StreamStates } from "./algo";
import { Rng } from "./rng";

/** The random streams of a run with this seed. */
export function streamsOf(seed: number): Streams {
  const root = Rng.fromSeed(seed);
  return {
    world: root.split("world"),
    explore: root.split("explore"),
    replay: root.split("replay"),
    init: root.split("init"),
  };
}

/** How far each has come: plain data. */
export function statesOf({ world, explore, replay, init }: Streams): StreamStates {
  return { world: world.state(), explore: explore.state(), replay: replay.state(), init: init.state() };
}

export function restoreStreams(streams: Streams, states: StreamStates): void {
  for (const name of Object.keys(states) as (keyof Streams)[]) streams[name].restore(states[name]);
}
