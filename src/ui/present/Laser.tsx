import { useEffect } from "react";
import { useDot } from "./state";
import styles from "./present.module.css";

/** A large dot where the mouse is, here or in the speaker's window. */
export function Laser() {
  const { dot } = useDot();
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent) => {
      useDot.setState({ dot: { x: clientX / innerWidth, y: clientY / innerHeight } });
    };
    addEventListener("pointermove", move);
    return () => removeEventListener("pointermove", move);
  }, []);
  return (
    dot && (
      <div
        className={styles.dot}
        data-laser-dot=""
        style={{ left: `${100 * dot.x}%`, top: `${100 * dot.y}%` }}
      />
    )
  );
}
