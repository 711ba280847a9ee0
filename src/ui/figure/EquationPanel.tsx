import { useEffect, useRef, useState, type CSSProperties, type SyntheticEvent } from "react";
import { algoSpec } from "../../algos";
import { equation as words } from "../../messages/equation";
import { fill } from "../../messages/section";
import { isMoving } from "../moving";
import { useLab, viewOf, type LabState } from "../store";
import { Tex } from "../Tex";
import { Choice } from "./Choice";
import { currentView } from "./lit";
import { placeName } from "./names";
import { NetworkEquation } from "./NetworkEquation";
import { gridParams } from "./problem";
import { markedNumbers, parseRef, type MarkedNumber } from "./refs";
import { shownEquation, useEquationChoice, type ShownEquation } from "./shown";
import { pointedCells, usePointed } from "./pointed";
import { useThrottled } from "./use-throttled";
import styles from "./Equation.module.css";

/** Lines there is always room for, and from which on the equation scrolls. */
const FEWEST_LINES = 5;
const MOST_LINES = 8;

const choices = () =>
  [
    { id: "update", label: words.whichUpdate },
    { id: "selected", label: words.whichSelected },
  ] as const;

const WHILE_RUNNING = 300; // ms between updates of the formulas: as fast as one can follow

/** The equation of the update just made, of a table or of a network. */
export function EquationPanel() {
  const algo = useLab((lab) => lab.scenario.algo.id);
  const network = algoSpec(algo)?.network;
  return network ? <NetworkEquation key={algo} spec={network} /> : <TableEquation />;
}

/** The equation of the step just made, or of the chosen cell, with its numbers; each number leads to its cell. */
function TableEquation() {
  const run = useLab((lab) => lab.run);
  const scenario = useLab((lab) => lab.scenario);
  const prefers = useEquationChoice((choice) => choice.prefers);
  const selected = viewOf(scenario).selected !== undefined;
  const shown = useThrottled(
    () => shownEquation({ scenario, run }, currentView({ scenario }), prefers),
    [scenario, run, prefers],
    isMoving(run.status) ? WHILE_RUNNING : 0,
  );
  const both = selected && run.explanation !== null && !isMoving(run.status);
  return (
    <section aria-labelledby="equation-heading">
      <div className={styles.head}>
        <h2 id="equation-heading">{shown.heading}</h2>
        {both && (
          <Choice
            label={words.which}
            options={choices()}
            value={prefers}
            onChange={(choice) => useEquationChoice.setState({ prefers: choice })}
          />
        )}
      </div>
      <Equation key={scenario.algo.id} shown={shown} columns={gridParams(scenario).rows[0].length} />
    </section>
  );
}

/** The lines, and for the keyboard a row of buttons, one a marked number, that are seen only on the number itself. */
function Equation({ shown, columns }: { shown: ShownEquation; columns: number }) {
  const host = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(-1);
  const numbers = markedNumbers(shown.lines);
  // Room for the longest equation of this algorithm so far: what is below moves once, not at every step.
  const [most, setMost] = useState(FEWEST_LINES);
  if (shown.lines.length > most) setMost(shown.lines.length);
  const room = { "--lines": Math.min(most, MOST_LINES) } as CSSProperties;
  const pointed = usePointed((state) => state.cell);
  const selected = useLab((lab) => viewOf(lab.scenario).selected?.state);
  useEffect(() => {
    const marks = host.current?.querySelectorAll<HTMLElement>("[data-ref]") ?? [];
    const cells = pointedCells(pointed, selected, shown.about?.state);
    for (const [i, mark] of [...marks].entries()) {
      const place = parseRef(mark.dataset.ref ?? "");
      mark.classList.toggle("is-lit", i === focused || (place !== null && cells.includes(place.state)));
    }
  });
  const over = (event: SyntheticEvent) => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-ref]") : null;
    light(mark ? parseRef(mark.dataset.ref ?? "") : null);
  };
  return (
    <div className={styles.equation} style={room} onPointerOver={over} onPointerLeave={() => light(null)}>
      <div ref={host} className={styles.lines}>
        {shown.lines.map((line, i) => (
          <div key={i}>
            <Tex tex={line} />
          </div>
        ))}
      </div>
      <NumberButtons numbers={numbers} columns={columns} focused={focused} setFocused={setFocused} />
    </div>
  );
}

interface ButtonsProps {
  numbers: MarkedNumber[];
  columns: number;
  focused: number;
  setFocused: (i: number) => void;
}

function NumberButtons({ numbers, columns, focused, setFocused }: ButtonsProps) {
  if (numbers.length === 0) return null;
  const stop = Math.min(Math.max(focused, 0), numbers.length - 1);
  return (
    <div className="aloud" role="toolbar" aria-label={words.numbers}>
      {numbers.map((number, i) => (
        <button
          key={i}
          type="button"
          data-arrows=""
          tabIndex={i === stop ? 0 : -1}
          onFocus={() => {
            setFocused(i);
            light(number);
          }}
          onBlur={() => {
            setFocused(-1);
            light(null);
          }}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            const buttons = event.currentTarget.parentElement?.querySelectorAll("button");
            buttons?.[(i + step + numbers.length) % numbers.length].focus();
          }}
        >
          {fill(words.number, { number: number.text, place: placeName(number, columns) })}
        </button>
      ))}
    </div>
  );
}

/** Lights an entry on the figure, or none. */
function light(place: LabState["lit"][number] | null): void {
  const { lit } = useLab.getState();
  if (!place && lit.length === 0) return;
  if (place && lit.length === 1 && lit[0].state === place.state && lit[0].action === place.action) return;
  useLab.setState({
    lit: place ? [{ state: place.state, ...(place.action !== undefined && { action: place.action }) }] : [],
  });
}
