import { useEffect, useLayoutEffect, useRef } from "react";
import { createGridFigure, type GridFigureEvents, type GridFigureModel } from "../../envs/grid-world/view";
import { useEditor } from "../editor/editor-state";
import { isMoving } from "../moving";
import { frames } from "../session";
import { useLab, type LabState } from "../store";
import { showFigure } from "./figures";
import { pointAt } from "./pointed";
import { useEquationChoice } from "./shown";
import styles from "./Figure.module.css";

interface Props {
  /** What to draw now; null: nothing yet. Called for every frame, outside React. */
  model: () => GridFigureModel | null;
  /** What pointers and keys do; without `onPointer` and `onApply` the figure is there to be read. */
  events?: Omit<GridFigureEvents, "onHover">;
  /** A drag paints instead of panning. */
  painting?: boolean;
}

/** A grid figure that draws every frame of the run, and every change of what is shown, without React. */
export function GridCanvas({ model, events = {}, painting = false }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ model, events });
  useLayoutEffect(() => {
    latest.current = { model, events };
  });
  const pan = useRef<(on: boolean) => void>(null);
  const redraw = useRef<() => void>(null);
  useEffect(() => {
    if (!host.current) return undefined;
    const { onPointer, onApply, onActive } = latest.current.events;
    const figure = createGridFigure(host.current, {
      onPointer: onPointer && ((event) => latest.current.events.onPointer?.(event)),
      onApply: onApply && ((cell) => latest.current.events.onApply?.(cell)),
      onActive: onActive && ((cell) => latest.current.events.onActive?.(cell)),
      onHover: (cell) => pointAt(cell),
    });
    pan.current = (on) => figure.setPanning(on);
    let waiting = 0;
    const draw = () => {
      cancelAnimationFrame(waiting);
      waiting = 0;
      const drawn = latest.current.model();
      if (!drawn) return;
      figure.update(drawn);
      if (!isMoving(useLab.getState().run.status)) figure.refreshLabels();
    };
    const drawSoon = () => {
      if (waiting === 0) waiting = requestAnimationFrame(draw);
    };
    redraw.current = drawSoon;
    draw();
    const stops = [
      showFigure(figure),
      frames.subscribe(draw),
      useLab.subscribe((lab, before) => {
        if (looksDifferent(lab, before)) drawSoon();
      }),
      useEquationChoice.subscribe(drawSoon),
      useEditor.subscribe(drawSoon),
    ];
    return () => {
      cancelAnimationFrame(waiting);
      for (const stop of stops) stop();
      figure.destroy();
    };
  }, []);
  useEffect(() => pan.current?.(!painting), [painting]);
  useEffect(() => redraw.current?.());
  return <div ref={host} className={styles.canvas} />;
}

function looksDifferent(lab: LabState, before: LabState): boolean {
  return (
    lab.scenario !== before.scenario ||
    lab.lit !== before.lit ||
    lab.tool !== before.tool ||
    lab.comparison !== before.comparison ||
    lab.run.status !== before.run.status
  );
}
