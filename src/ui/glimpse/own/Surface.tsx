import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { glimpseOwn as words } from "../../../messages/glimpse-own";
import {
  draw,
  endGesture,
  liftPen,
  move,
  moveCursor,
  pixelAt,
  placeGlimpse,
  takeBack,
  undo,
  useOwn,
  type Mode,
} from "./own-lab";
import type { Pixel } from "./pen";
import { surfaceKey } from "./surface-keys";
import styles from "./own.module.css";

/** What the image is for in a mode, and how it is used without a pointer. */
const nameOf = (mode: Mode): string => words[`${mode}Keys`];

/** Lies over the image and takes what a pointer or the keyboard does there. */
export function Surface() {
  const mode = useOwn((own) => own.mode);
  const last = useRef<Pixel | null>(null);
  const at = ({ clientX, clientY, currentTarget }: PointerEvent | React.MouseEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return { x: (2 * (clientX - left)) / width - 1, y: (2 * (clientY - top)) / height - 1 };
  };
  const pixel = (event: PointerEvent) => pixelAt(at(event), useOwn.getState().image.size);
  const press = (event: PointerEvent) => {
    if (mode === "place" || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = pixel(event);
    if (mode === "draw") draw(last.current, last.current);
  };
  const drag = (event: PointerEvent) => {
    if (!last.current) return;
    const to = pixel(event);
    if (mode === "draw") draw(last.current, to);
    else move(to.x - last.current.x, to.y - last.current.y);
    last.current = to;
  };
  const release = () => {
    last.current = null;
    endGesture();
  };
  return (
    // Named and described as what it is: an area with keys of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.surface}
      data-mode={mode}
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={nameOf(mode)}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onClick={(event) => mode === "place" && placeGlimpse(at(event))}
      onKeyDown={(event) => obey(event, mode)}
      onKeyUp={() => mode === "move" && endGesture()}
    >
      {mode !== "move" && <Cursor />}
    </div>
  );
}

function obey(event: KeyboardEvent, mode: Mode): void {
  const key = surfaceKey(event);
  if (!key) return;
  event.preventDefault();
  if (key.kind === "step") {
    if (mode === "move") move(key.dx, key.dy);
    else moveCursor(key.dx, key.dy);
  } else if (key.kind === "back") {
    if (mode === "place") takeBack();
    else undo();
  } else if (mode === "draw") liftPen(!useOwn.getState().isPenDown);
  else if (mode === "place") placeGlimpse(useOwn.getState().cursor);
}

/** Where the keyboard is; only seen while it is used. */
function Cursor() {
  const { x, y } = useOwn((own) => own.cursor);
  const down = useOwn((own) => own.isPenDown);
  return (
    <span
      className={styles.cursor}
      data-down={down}
      style={{ left: `${50 * (x + 1)}%`, top: `${50 * (y + 1)}%` }}
    />
  );
}
