import type { AnyParamDefs, ParamDef } from "../../core/params";
import { parameters as words } from "../../messages/parameters";
import { fill } from "../../messages/section";
import { useLocked } from "../locks";
import { endGesture, setParams } from "../session";
import { useLab } from "../store";
import { helpHandlers } from "./help";
import { helpText, ParamField } from "./ParamField";
import styles from "./ParamForm.module.css";

interface ParamFormProps {
  part: "env" | "algo";
  /** Those that have a field of their own. */
  defs: AnyParamDefs;
}

/**
 * A form for the parameters of an environment or an algorithm, made from their declaration; what is only on or off
 * stands together at its end.
 */
export function ParamForm({ part, defs }: ParamFormProps) {
  const params = useLab((lab) => lab.scenario[part].params);
  const fields = shown(defs, params);
  const isFlag = ([, def]: (typeof fields)[number]) => def.kind === "flag";
  const flags = fields.filter(isFlag);
  const others = fields.filter((field) => !isFlag(field));
  const draw = ([name, def]: (typeof fields)[number]) => (
    <Field key={name} part={part} name={name} def={def} />
  );
  const fillsRow = others.length % COLUMNS === 0 || flags.length > FLAGS_IN_A_CELL;
  return (
    <div className={styles.form}>
      {others.map(draw)}
      {flags.length > 0 && (
        <div className={styles.flags} data-row={fillsRow}>
          {flags.map(draw)}
        </div>
      )}
    </div>
  );
}

/** On a large screen the form has so many columns, of which one has room for so many flags. */
const COLUMNS = 3;
const FLAGS_IN_A_CELL = 2;

function Field({ part, name, def }: { part: ParamFormProps["part"]; name: string; def: ParamDef }) {
  const value = useLab((lab) => lab.scenario[part].params[name]);
  const locked = useLocked(`${part}.${name}`);
  return (
    <div {...helpHandlers(fill(words.help, { name: def.label, help: helpText(def) }))}>
      <ParamField
        def={def}
        value={value}
        locked={locked}
        onChange={(next, gesture) =>
          setParams({ [part]: { [name]: next } }, gesture && `${part}.${name} ${gesture}`)
        }
        onEnd={endGesture}
      />
    </div>
  );
}

/** The parameters with a field of their own that have an effect as the others stand. */
function shown(defs: AnyParamDefs, params: Record<string, unknown>): [string, ParamDef][] {
  return Object.entries(defs).filter(
    ([, { kind, shownWhen }]) => kind !== "data" && (!shownWhen || params[shownWhen.param] === shownWhen.is),
  );
}
