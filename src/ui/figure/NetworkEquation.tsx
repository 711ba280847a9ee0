import { useEffect, useRef, useState, type CSSProperties } from "react";
import type { NetworkSpec } from "../../core/network-run";
import { equation as words } from "../../messages/equation";
import { useLab } from "../store";
import { Tex } from "../Tex";
import { chooseRow, useChosenRow } from "./chosen-row";
import { networkEquation } from "./network-equation";
import { RowPicker } from "./RowPicker";
import { useFromFrames } from "./use-from-frames";
import styles from "./Equation.module.css";

/** Lines there is always room for, and from which on the equation scrolls. */
const FEWEST_LINES = 5;
const MOST_LINES = 8;

const BOX = `${styles.equation} ${styles.dense}`;

/** The last update of a network with the numbers of one row of it, or the rule in symbols. */
export function NetworkEquation({ spec }: { spec: NetworkSpec }) {
  const explanation = useFromFrames((frame) => frame?.update ?? null);
  const chosen = useChosenRow();
  const { heading, lines, row, rows, first, total } = networkEquation(spec, explanation, chosen);
  // Room for the longest equation so far: what is below moves once, not at every step.
  const [most, setMost] = useState(FEWEST_LINES);
  if (lines.length > most) setMost(lines.length);
  const box = useRef<HTMLDivElement>(null);
  const count = lines.length;
  const before = useRef({ count: Infinity, paused: false });
  useEffect(() => {
    // Line by line, where there is no room for all: the newest one in sight.
    const paused = useLab.getState().run.status === "paused";
    const isStep = paused && before.current.paused && rows > 0 && count > before.current.count;
    if (box.current) box.current.scrollTop = isStep ? box.current.scrollHeight : 0;
    before.current = { count: rows > 0 ? count : Infinity, paused };
  }, [count, rows]);
  const room = { "--lines": Math.min(most, MOST_LINES) } as CSSProperties;
  return (
    <section aria-labelledby="equation-heading">
      <div className={styles.head}>
        <h2 id="equation-heading">{heading}</h2>
        {rows > 1 && (
          <RowPicker of={spec.rows} row={row} rows={rows} first={first} total={total} onChoose={chooseRow} />
        )}
      </div>
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={box} className={BOX} style={room} tabIndex={0} role="group" aria-label={words.name}>
        <div className={styles.lines}>
          {lines.map((line, i) => (
            <div key={i}>
              <Tex tex={line} />
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
