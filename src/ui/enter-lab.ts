import type { EnvId } from "../envs";
import { FIRST_RATE, labOf } from "./labs";
import { useLab } from "./store";

/** The speed of each lab that was left. */
const rates: Partial<Record<EnvId, number>> = {};

/** Each lab keeps its own speed; what was pointed at or painted with in another one is put down. */
export function enterLab(id: EnvId): void {
  const { scenario, rate } = useLab.getState();
  const from = labOf(scenario);
  if (from === id) return;
  rates[from] = rate;
  useLab.setState({ rate: rates[id] ?? FIRST_RATE[id], tool: null, lit: [], backend: null, work: null });
}
