import type { AnyParamDefs, ParamDef } from "../../core/params";
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

/** A form for the parameters of an environment or an algorithm, made from their declaration. */
export function ParamForm({ part, defs }: ParamFormProps) {
  const params = useLab((lab) => lab.scenario[part].params);
  const locks = useLab((lab) => lab.scenario.locks);
  return (
    <div className={styles.form}>
      {shown(defs, params).map(([name, def]) => (
        <div key={name} {...helpHandlers(`${def.label}: ${helpText(def)}`)}>
          <ParamField
            def={def}
            value={params[name]}
            locked={locks?.includes(`${part}.${name}`) ?? false}
            onChange={(value, gesture) =>
              setParams({ [part]: { [name]: value } }, gesture && `${part}.${name} ${gesture}`)
            }
            onEnd={endGesture}
          />
        </div>
      ))}
    </div>
  );
}

/** The parameters with a field of their own that have an effect as the others stand. */
function shown(defs: AnyParamDefs, params: Record<string, unknown>): [string, ParamDef][] {
  return Object.entries(defs).filter(
    ([, { kind, shownWhen }]) => kind !== "data" && (!shownWhen || params[shownWhen.param] === shownWhen.is),
  );
}
