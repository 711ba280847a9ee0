import { useEffect, useRef, useState, type ReactNode } from "react";
import { useLab } from "../store";
import { columnsFor } from "./arrangement";
import { gridParams } from "./problem";
import styles from "./Figure.module.css";

/** Pictures of one map in as many columns as make them largest. */
export function SideBySide({ children }: { children: ReactNode[] }) {
  const host = useRef<HTMLDivElement>(null);
  const rows = useLab((lab) => gridParams(lab.scenario).rows);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!host.current) return undefined;
    const resized = new ResizeObserver(([entry]) => setSize(entry.contentRect));
    resized.observe(host.current);
    return () => resized.disconnect();
  }, []);
  const across = columnsFor(children.length, size, rows.length, rows[0].length);
  return (
    <div ref={host} className={`${styles.sideBySide} ${styles[`across${across}`]}`}>
      {children}
    </div>
  );
}
