import { useId } from "react";
import type { NumberParam, ParamDef } from "../../core/params";
import { parameters as words } from "../../messages/parameters";
import { fill } from "../../messages/section";
import { Tex } from "../Tex";
import { Locked } from "./Locked";
import { NumberBox } from "./NumberBox";
import { numberText } from "./number-text";
import { ParamSlider } from "./ParamSlider";
import { sliderScale } from "./slider-scale";
import styles from "./ParamForm.module.css";

interface ParamFieldProps<D extends ParamDef = ParamDef> {
  def: D;
  value: unknown;
  locked: boolean;
  /** `gesture`: changes that belong together have the same name and are undone together. */
  onChange(value: unknown, gesture?: string): void;
  onEnd(): void;
}

/** One parameter: its name, what sets it, and its help (heard with it; seen in the line below the form). */
export function ParamField(props: ParamFieldProps) {
  const { def } = props;
  const help = useId();
  if (def.kind === "data") return null;
  return (
    <div className={styles.field} data-kind={def.kind === "number" && !sliderScale(def) ? "box" : def.kind}>
      {def.kind === "number" && <NumberField {...props} def={def} help={help} />}
      {def.kind === "flag" && <FlagField {...props} help={help} />}
      {def.kind === "choice" && <ChoiceField {...props} def={def} help={help} />}
      <span hidden id={help}>
        {helpText(def)}
      </span>
    </div>
  );
}

/** The help of a parameter, with what a change of it does to the run. */
export function helpText(def: ParamDef): string {
  return def.live ? def.help : fill(words.helpRestarts, { help: def.help });
}

function Name({ def }: { def: ParamDef }) {
  return (
    <>
      {def.symbol !== undefined && !isWord(def.symbol, def.label) && (
        <span className={styles.symbol} aria-hidden="true">
          <Tex tex={def.symbol} />
        </span>
      )}
      {def.label}
      {def.kind === "number" && def.unit !== undefined && (
        <span className={styles.unit} aria-hidden="true">
          {" "}
          {def.unit}
        </span>
      )}
    </>
  );
}

/** A symbol that is only the label again says nothing. */
function isWord(symbol: string, label: string): boolean {
  return symbol === `\\text{${label.toLowerCase()}}`;
}

/** What a change of it does to the run, or that there can be none. */
function Remark({ def, locked }: Pick<ParamFieldProps, "def" | "locked">) {
  if (locked) return <Locked />;
  return def.live ? null : <span className={styles.restarts}> {words.restarts}</span>;
}

function NumberField({
  def,
  value,
  locked,
  help,
  onChange,
  onEnd,
}: ParamFieldProps<NumberParam> & { help: string }) {
  const id = useId();
  const scale = sliderScale(def);
  const current = value as number;
  return (
    <>
      <label htmlFor={id}>
        <Name def={def} />
        {scale && <Remark def={def} locked={locked} />}
      </label>
      {scale && (
        <ParamSlider
          scale={scale}
          value={current}
          id={`${id}slider`}
          label={def.label}
          valueText={numberText(current)}
          describedBy={help}
          disabled={locked}
          onChange={(next) => onChange(next, `${def.label} slider`)}
          onEnd={onEnd}
        />
      )}
      <NumberBox
        def={def}
        value={current}
        id={id}
        describedBy={help}
        disabled={locked}
        onCommit={(next, byKeys) => onChange(next, byKeys ? `${def.label} keys` : undefined)}
      />
      {!scale && <Remark def={def} locked={locked} />}
    </>
  );
}

function FlagField({ def, value, locked, help, onChange }: ParamFieldProps & { help: string }) {
  return (
    <label className={styles.flag}>
      <input
        type="checkbox"
        checked={value === true}
        disabled={locked}
        aria-describedby={help}
        onChange={(event) => onChange(event.target.checked)}
      />
      <Name def={def} />
      <Remark def={def} locked={locked} />
    </label>
  );
}

function ChoiceField({ def, value, locked, help, onChange }: ParamFieldProps & { help: string }) {
  const id = useId();
  if (def.kind !== "choice") return null;
  return (
    <>
      <label htmlFor={id}>
        <Name def={def} />
        <Remark def={def} locked={locked} />
      </label>
      <select
        id={id}
        value={String(value)}
        disabled={locked}
        aria-describedby={help}
        onChange={(event) => onChange(event.target.value)}
      >
        {def.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}
