import { useEffect, useRef, useState, type ReactNode } from "react";
import { useLab } from "../store";
import { cellSide, columnsFor } from "./arrangement";
import { gridParams } from "./problem";
import styles from "./Figure.module.css";

interface Props {
  count: number;
  /** Draws the pictures; `side` is that of a cell in px. */
  children: (side: number) => ReactNode;
}

/** Pictures of one map in as many columns as make them largest. */
export function SideBySide({ count, children }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const rows = useLab((lab) => gridParams(lab.scenario).rows);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!host.current) return undefined;
    const resized = new ResizeObserver(([entry]) => setSize(entry.contentRect));
    resized.observe(host.current);
    return () => resized.disconnect();
  }, []);
  const across = columnsFor(count, size, rows.length, rows[0].length);
  return (
    <div ref={host} className={`${styles.sideBySide} ${styles[`across${across}`]}`}>
      {children(cellSide(count, across, size, rows.length, rows[0].length))}
    </div>
  );
}
