import { useEffect, useRef, type ComponentType } from "react";
import type { Panel } from "../../lessons/lesson";
import { Charts, EquationPanel, Parameters, PseudoCode } from "../parts";
import { useLab } from "../store";
import styles from "./present.module.css";

const PANELS: Record<Panel, ComponentType> = {
  equation: EquationPanel,
  charts: Charts,
  code: PseudoCode,
  parameters: Parameters,
};

/** A part of the lab below the figure. Where it is longer than its room, the line just done stays in sight. */
export function Board({ board }: { board: Panel }) {
  const host = useRef<HTMLDivElement>(null);
  const phase = useLab((lab) => lab.run.phase);
  useEffect(() => {
    const lit = host.current?.querySelector("[aria-current=step]");
    lit?.scrollIntoView({ block: "nearest" });
  }, [phase]);
  const Shown = PANELS[board];
  return (
    <div ref={host} className={styles.board}>
      <Shown />
    </div>
  );
}
