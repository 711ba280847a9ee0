import { useEffect, useRef } from "react";
import type { NetworkView } from "../../core/network-run";
import type { Scenario } from "../../core/scenario";
import { between, createCartPoleFigure, createPhasePlot } from "../../envs/cart-pole/view";
import { createActionBars } from "../../plots/action-bars";
import type { Plot } from "../../plots/plot-frame";
import { showFigure } from "../figure/figures";
import { isMoving } from "../moving";
import { frames } from "../session";
import { useLab } from "../store";
import { Playback } from "./playback";
import { usePushes } from "./push";
import { cartShots, swingsUntil, watchWorld, worldOf } from "./shots";
import styles from "./cart-pole.module.css";

/** Steps of the past in the phase plot. */
const REMEMBERED = 250;
/** A pause and single steps are not shown slower than this, in steps a second. */
const SLOWEST_AT_REST = 10;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Steps a second at which the picture moves now. */
function pace(): number {
  const { rate, run } = useLab.getState();
  if (calm.matches || run.status === "seeking") return Infinity;
  return run.status === "running" ? rate : Math.max(rate, SLOWEST_AT_REST);
}

/** The time of this animation frame, in ms: evener than the clock. */
const frameTime = () => Number(document.timeline.currentTime ?? performance.now());

/** Bars of Q(s, ·), or of π(·|s) where the algorithm has no action values. */
class Bars {
  private drawn: { plot: Plot<readonly number[]>; kind: string } | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly actions: readonly string[],
  ) {}

  update({ q, policy }: NetworkView): void {
    const kind = q ? "values" : "probabilities";
    if (this.drawn?.kind !== kind) {
      this.destroy();
      const title = q ? "Q(s, ·)" : "π(· | s)";
      this.drawn = { kind, plot: createActionBars(this.host, { title, actions: this.actions, kind }) };
    }
    this.drawn.plot.update(q ?? policy);
  }

  refreshLabel(): void {
    this.drawn?.plot.refreshLabel();
  }

  destroy(): void {
    this.drawn?.plot.destroy();
  }
}

/**
 * The carts of the run, the phase plot and the action bars of the first of them: drawn outside React, in between the
 * steps that frames bring where those come slower than the display shows them.
 */
export function CartCanvas({ actions }: { actions: readonly string[] }) {
  const carts = useRef<HTMLDivElement>(null);
  const phase = useRef<HTMLDivElement>(null);
  const bars = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!carts.current || !phase.current || !bars.current) return undefined;
    const figure = createCartPoleFigure(carts.current);
    const plot = createPhasePlot(phase.current);
    const best = new Bars(bars.current, actions);
    const playback = new Playback();
    let waiting = 0;
    const draw = () => {
      waiting = 0;
      const network = frames.latest?.network;
      const moment = playback.at(frameTime(), pace());
      if (!moment || !network) return;
      const { previous, current, fraction, still } = moment;
      figure.update(previous, current, fraction);
      const state = between(previous[0], current[0], fraction);
      plot.update(swingsUntil(network, state, REMEMBERED), state);
      if (!still) waiting = requestAnimationFrame(draw);
    };
    const take = () => {
      const frame = frames.latest;
      if (!frame?.network) return;
      playback.add(frame.position.tick, cartShots(frame.network));
      if (waiting === 0) draw();
      best.update(frame.network);
      if (isMoving(frame.status)) return;
      figure.refreshLabel();
      best.refreshLabel();
    };
    const setWorld = (scenario: Scenario) => {
      figure.setWorld(worldOf(scenario));
      plot.setWorld(worldOf(scenario));
    };
    setWorld(useLab.getState().scenario);
    take();
    const stops = [
      showFigure(figure),
      frames.subscribe(take),
      watchWorld(setWorld),
      usePushes.subscribe(({ strength }) => figure.strike(strength)),
    ];
    return () => {
      cancelAnimationFrame(waiting);
      for (const stop of stops) stop();
      figure.destroy();
      plot.destroy();
      best.destroy();
    };
  }, [actions]);
  return (
    <>
      <div ref={carts} className={styles.carts} />
      <div ref={phase} className={styles.phase} />
      <div ref={bars} className={styles.bars} />
    </>
  );
}
