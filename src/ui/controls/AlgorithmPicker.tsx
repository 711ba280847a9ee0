import { algoSpecs } from "../../algos";
import type { AlgoSpec } from "../../core/algo";
import { defaultsOf } from "../../core/params";
import { envSpecs, type EnvId } from "../../envs";
import { parameters as words } from "../../messages/parameters";
import { unmetNeed } from "../../scenario/needs";
import { withAlgorithm } from "../../scenario/switch-algorithm";
import { LABS, labOf } from "../labs";
import { useLocked } from "../locks";
import { edit } from "../session";
import { useLab } from "../store";
import { Locked } from "./Locked";

/** What can run in each lab, in the order of the list. */
const OFFERED = Object.fromEntries(LABS.map(({ id }) => [id, algorithmsFor(id)])) as Record<
  EnvId,
  ReturnType<typeof algorithmsFor>
>;

type Offered = Pick<AlgoSpec<never>, "id" | "title" | "family" | "needs">;

function algorithmsFor(id: EnvId): Offered[] {
  const spec = envSpecs[id];
  // What an environment offers does not depend on its parameters.
  const env = spec.create(defaultsOf<never>(spec.params as never));
  const all: Offered[] = Object.values(algoSpecs);
  return all.filter((algo) => unmetNeed(algo, env) === undefined);
}

/** A menu of the algorithms that can run in this lab. */
export function AlgorithmPicker() {
  const lab = useLab(({ scenario }) => labOf(scenario));
  const id = useLab(({ scenario }) => scenario.algo.id);
  const locked = useLocked("algo");
  return (
    <>
      <select
        aria-label={words.algorithm}
        value={id}
        disabled={locked}
        onChange={(event) => edit((scenario) => withAlgorithm(scenario, event.target.value))}
      >
        {(["planning", "learning"] as const).map((family) => {
          const offered = OFFERED[lab].filter((spec) => spec.family === family);
          return offered.length === 0 ? null : (
            <optgroup key={family} label={words[family]}>
              {offered.map((spec) => (
                <option key={spec.id} value={spec.id}>
                  {spec.title}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
      {locked && <Locked />}
    </>
  );
}
