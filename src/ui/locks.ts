import type { Scenario } from "../core/scenario";
import { locks as words } from "../messages/locks";
import { isLocked, needsLocked } from "../scenario/locks";
import { isEmbedded } from "./mode-state";
import { useLab, type LabState } from "./store";

/** What is locked by the author of the scenario, or by the page that this one is embedded in. */
type Locked = Pick<LabState, "scenario" | "locks">;

export function isLockedIn({ scenario, locks }: Locked, name: string): boolean {
  return isLocked(scenario.locks, name) || isLocked(locks, name);
}

/** Whether the control of this name is locked: a group, or a parameter as `algo.gamma`. */
export function useLocked(name: string): boolean {
  return useLab((lab) => isLockedIn(lab, name));
}

/** Why a change is refused, as a sentence with a way out; undefined where nothing that it needs is locked. */
export function lockRefusal({ scenario, locks }: Locked, after: Scenario): string | undefined {
  const isRefused = [scenario.locks, locks].some((held) => needsLocked(held, scenario, after));
  if (!isRefused) return undefined;
  return `${words.refused} ${isEmbedded() ? words.openIt : words.unlockIt}`;
}

// Nothing that is locked stays in hand.
useLab.subscribe((lab) => {
  if (lab.tool !== null && isLockedIn(lab, "editor")) useLab.setState({ tool: null });
});
