import { useRef, useState } from "react";
import { chooseTool, stopEditing } from "../editor/keys";
import { figure as words } from "../../messages/figure";
import { locks } from "../../messages/locks";
import { Icon } from "../Icon";
import { useLocked } from "../locks";
import { setView } from "../session";
import { useLab, viewOf } from "../store";
import { Choice } from "./Choice";
import { figuresShown } from "./figures";
import { layersFor, layersOf } from "./layers";
import { useDismiss } from "./use-dismiss";
import styles from "./Figure.module.css";

const viewsOffered = () => [
  { id: "run", label: words.run },
  { id: "compare", label: words.compare },
  { id: "three-views", label: words.threeViews },
];
const ZOOM_STEP = 1.5;

/** Which picture is shown, its layers, zoom, and the way into the editor. */
export function FigureBar() {
  const chosen = useLab((lab) => viewOf(lab.scenario).figure);
  const editing = useLab((lab) => lab.tool !== null);
  const locked = useLocked("editor");
  const views = viewsOffered();
  const shown = views.some(({ id }) => id === chosen) ? chosen : "run";
  const show = (id: string) => {
    stopEditing();
    setView({ figure: id });
  };
  const toggleEditing = () => {
    if (editing) {
      stopEditing();
      return;
    }
    setView({ figure: "run" });
    chooseTool("wall");
  };
  return (
    <div className={styles.bar} data-tool="">
      <Choice label={words.picture} options={views} value={shown} onChange={show} />
      <div className={styles.tools}>
        {shown === "run" && <Layers />}
        <span className={styles.zoom} role="group" aria-label={words.zoom}>
          <button type="button" aria-label={words.zoomOut} onClick={() => zoom(1 / ZOOM_STEP)}>
            −
          </button>
          <button type="button" onClick={fit}>
            {words.fit}
          </button>
          <button type="button" aria-label={words.zoomIn} onClick={() => zoom(ZOOM_STEP)}>
            +
          </button>
        </span>
        {locked ? (
          <span className="quiet">{locks.mapLocked}</span>
        ) : (
          <button type="button" className={editing ? "primary" : ""} onClick={toggleEditing}>
            {editing ? words.editDone : words.edit}
          </button>
        )}
      </div>
    </div>
  );
}

function zoom(factor: number): void {
  for (const figure of figuresShown()) figure.zoom?.(factor);
}

function fit(): void {
  for (const figure of figuresShown()) figure.fit?.();
}

/** A menu of check boxes; it closes on Escape and when something else is pressed or focused. */
function Layers() {
  const scenario = useLab((lab) => lab.scenario);
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDismiss(menu, open, (byKey) => {
    setOpen(false);
    if (byKey) button.current?.focus();
  });
  const on = layersOf(scenario);
  const toggle = (id: string, checked: boolean) => {
    setView({ layers: [...[...on].filter((other) => other !== id), ...(checked ? [id] : [])] });
  };
  return (
    <div ref={menu} className={styles.layers}>
      <button ref={button} type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.layers}
        <Icon name="down" />
      </button>
      {open && (
        <fieldset className={styles.menu}>
          <legend className="aloud">{words.layersOf}</legend>
          {layersFor(scenario).map(({ id, label, help }) => (
            <label key={id} title={help}>
              <input
                type="checkbox"
                checked={on.has(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
