import { useRef, type KeyboardEvent } from "react";
import type { GridFigureEvents, GridFigureModel } from "../../envs/grid-world/view";
import { applyTool, endStroke } from "../editor/apply-tool";
import { useEditor } from "../editor/editor-state";
import { editorKey } from "../editor/keys";
import { useLab, viewOf } from "../store";
import { setView } from "../session";
import { GridCanvas } from "./GridCanvas";
import { layersOf } from "./layers";
import { currentView, followedEquation, litBy } from "./lit";
import { gridParams, modelFor } from "./problem";
import type { Selected } from "./selection";
import styles from "./Figure.module.css";

const ARROW_KEYS = ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"];

function runModel(): GridFigureModel {
  const lab = useLab.getState();
  return {
    params: gridParams(lab.scenario),
    view: currentView(lab),
    layers: layersOf(lab.scenario),
    ...(lab.tool === null
      ? { selected: viewOf(lab.scenario).selected ?? null, lit: litBy(followedEquation(lab), lab.lit) }
      : { selected: null, lit: editorMarks() }),
  };
}

/** While editing, only the cell that a jump will start in is marked. */
function editorMarks(): GridFigureModel["lit"] {
  const { jumpFrom } = useEditor.getState();
  return jumpFrom === null ? [] : [{ state: jumpFrom }];
}

/** The run on the map: selects when clicked, paints while a tool of the editor is chosen. */
export function RunFigure() {
  const painting = useLab((lab) => lab.tool !== null);
  const active = useRef(0);
  const events: GridFigureEvents = {
    onPointer({ phase, cell, action }) {
      active.current = cell;
      const { tool } = useLab.getState();
      if (tool === null) {
        if (phase === "down") pick(cell, action);
      } else if (phase === "up") endStroke(cell);
      else applyTool(tool, cell, action, phase === "down");
    },
    onApply(cell) {
      active.current = cell;
      const { tool } = useLab.getState();
      if (tool === null) select({ state: cell });
      else {
        applyTool(tool, cell, null, true);
        endStroke(cell, true);
      }
    },
    onActive(cell) {
      active.current = cell;
      if (useLab.getState().tool === null) select({ state: cell });
    },
  };
  // Before the figure sees it: Shift and an arrow key mean a triangle of the active cell.
  const onKey = (event: KeyboardEvent) => {
    const { tool } = useLab.getState();
    const action = event.shiftKey ? ARROW_KEYS.indexOf(event.key) : -1;
    if (action >= 0) {
      if (tool === null) select({ state: active.current, action });
      else if (tool === "arrow") {
        applyTool(tool, active.current, action, true);
        endStroke(active.current, true);
      }
    } else if (!editorKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.stage} onKeyDownCapture={onKey}>
      <GridCanvas model={runModel} events={events} painting={painting} />
    </div>
  );
}

/** Chooses the triangle that was hit where triangles show, else the cell. A second click widens or ends the choice. */
function pick(cell: number, action: number): void {
  const { scenario } = useLab.getState();
  const before = viewOf(scenario).selected;
  const same = before?.state === cell;
  const decides = modelFor(scenario)?.decisionStates.includes(cell) ?? false;
  if (!decides || !layersOf(scenario).has("q")) select(same ? null : { state: cell });
  else select(same && before.action === action ? { state: cell } : { state: cell, action });
}

/** Opens the equation of a cell or a triangle, or none. */
export function select(selected: Selected | null): void {
  if (selected) {
    setView({ selected });
    return;
  }
  useLab.setState(({ scenario }) => {
    const { selected: _closed, ...view } = viewOf(scenario);
    return { scenario: { ...scenario, view } };
  });
}
