import type { Env } from "../../../core/env";
import { Rng } from "../../../core/rng";
import type { Scenario } from "../../../core/scenario";
import { envSpec } from "../../../envs";
import type { CartPoleState } from "../../../envs/cart-pole/env";
import { createCartPoleFigure } from "../../../envs/cart-pole/view";
import { cartPole as words } from "../../../messages/cart-pole";
import { worldOf } from "../shots";
import { Game } from "./game";
import { Holding } from "./holding";

/** How much slower slow motion is. */
const SLOW = 2;

export interface StageEvents {
  onBegin(): void;
  /** The try is over without a result: it was left, or the world has changed. */
  onLeave(): void;
  onEnd(result: { steps: number; seconds: number; slow: boolean }): void;
}

/** A cart for a person to balance, drawn into an element outside React. */
export interface Stage {
  /** A key or a finger is put down, which also begins a try. */
  press(source: string, side: -1 | 1): void;
  release(source: string): void;
  /** Begins a try without a push. */
  begin(): void;
  /** Nothing is held any more. */
  letGo(): void;
  /** Ends a try without a result. */
  leave(): void;
  setSlow(slow: boolean): void;
  setWorld(scenario: Scenario): void;
  toSvg(): string;
  destroy(): void;
}

function environment({ env }: Scenario): { env: Env<CartPoleState>; tau: number } {
  const built = envSpec(env.id)?.create(env.params);
  return { env: built as Env<CartPoleState>, tau: env.params.tau as number };
}

export function createStage(host: HTMLElement, scenario: Scenario, events: StageEvents): Stage {
  const figure = createCartPoleFigure(host, words.ownCart);
  const first = environment(scenario);
  const seed = crypto.getRandomValues(new Uint32Array(1))[0];
  const game = new Game(first.env, first.tau, Rng.fromSeed(seed));
  const holding = new Holding();
  let slow = false;
  /** Whether any of the present try was in slow motion. */
  let wasSlow = false;
  let seenAt = performance.now();
  let waiting = 0;

  const draw = () => {
    figure.update([game.previous], [game.current], game.fraction);
    if (!game.playing) figure.refreshLabel();
  };
  const elapse = (now: number) => {
    const seconds = Math.max(0, now - seenAt) / 1000;
    seenAt = now;
    return game.advance(game.playing && slow ? seconds / SLOW : seconds);
  };
  const frame = (now: number) => {
    waiting = 0;
    const ended = elapse(now);
    draw();
    if (ended) events.onEnd({ steps: game.steps, seconds: game.seconds, slow: wasSlow });
    else if (game.playing) waiting = requestAnimationFrame(frame);
  };
  const begin = () => {
    elapse(performance.now());
    if (!game.begin()) return;
    wasSlow = slow;
    events.onBegin();
    if (waiting === 0) waiting = requestAnimationFrame(frame);
  };
  const leave = () => {
    holding.releaseAll();
    game.leave();
    draw();
    events.onLeave();
  };

  figure.setWorld(worldOf(scenario));
  draw();
  return {
    press(source, side) {
      // What was held when the pole fell has to be let go of before the next try.
      const wasHolding = holding.side !== 0;
      holding.press(source, side);
      game.held = holding.side;
      if (!wasHolding || game.playing) begin();
    },
    release(source) {
      holding.release(source);
      game.held = holding.side;
    },
    begin,
    letGo() {
      holding.releaseAll();
      game.held = 0;
    },
    leave,
    setSlow(next) {
      elapse(performance.now());
      slow = next;
      wasSlow ||= next;
    },
    setWorld(next) {
      const { env, tau } = environment(next);
      const { playing } = game;
      game.setWorld(env, tau);
      figure.setWorld(worldOf(next));
      if (playing) leave();
    },
    toSvg: () => figure.toSvg(),
    destroy() {
      cancelAnimationFrame(waiting);
      figure.destroy();
    },
  };
}
