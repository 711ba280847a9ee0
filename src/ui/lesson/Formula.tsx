import { useId, useState } from "react";
import type { EquationPart } from "../../lessons/lesson";
import { lesson as words } from "../../messages/lesson";
import { useLab } from "../store";
import { Tex } from "../Tex";
import styles from "./lesson.module.css";

/** A formula in pieces: what a piece stands for is said below, and lit on the figure, while it is pointed at. */
export function Formula({ parts }: { parts: readonly EquationPart[] }) {
  const [said, setSaid] = useState<string | null>(null);
  const line = useId();
  const point = (part: EquationPart | null) => {
    setSaid(part?.says ?? null);
    useLab.setState({ lit: part?.lights ?? [] });
  };
  return (
    <div className={styles.formula}>
      <p>
        {parts.map((part, i) =>
          part.says === undefined ? (
            <Tex key={`${i} ${part.tex}`} tex={`\\displaystyle ${part.tex}`} />
          ) : (
            <button
              key={`${i} ${part.tex}`}
              type="button"
              className={styles.symbol}
              aria-describedby={said === part.says ? line : undefined}
              onMouseEnter={() => point(part)}
              onMouseLeave={() => point(null)}
              onFocus={() => point(part)}
              onBlur={() => point(null)}
              onClick={() => point(part)}
            >
              <Tex tex={`\\displaystyle ${part.tex}`} />
              <span className="aloud">{part.says}</span>
            </button>
          ),
        )}
      </p>
      <p id={line} className={styles.said} role="status" data-idle={said === null}>
        {said ?? words.point}
      </p>
    </div>
  );
}
