import type { CSSProperties } from "react";
import { MapEditor } from "../editor/MapEditor";
import { figure as words } from "../../messages/figure";
import { useLab, viewOf } from "../store";
import { CompareFigures } from "./CompareFigures";
import { FigureBar } from "./FigureBar";
import { Inspector } from "./Inspector";
import { gridParams } from "./problem";
import { RunFigure } from "./RunFigure";
import { ThreeViews } from "./ThreeViews";
import styles from "./Figure.module.css";

/** The figure with what belongs to it: which picture, its layers and zoom, the editor, and the chosen cell. */
export function FigurePanel() {
  const shown = useLab((lab) => viewOf(lab.scenario).figure);
  const editing = useLab((lab) => lab.tool !== null);
  const rows = useLab((lab) => gridParams(lab.scenario).rows);
  const shape = { "--map-rows": rows.length, "--map-columns": rows[0].length } as CSSProperties;
  return (
    <section className={styles.panel} style={shape} aria-label={words.name}>
      <FigureBar />
      {editing && <MapEditor />}
      <div className={styles.area}>
        {shown === "compare" && <CompareFigures />}
        {shown === "three-views" && <ThreeViews />}
        {shown !== "compare" && shown !== "three-views" && <RunFigure />}
      </div>
      {!editing && shown !== "compare" && <Inspector />}
    </section>
  );
}
