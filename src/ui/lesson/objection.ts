import { algoSpec } from "../../algos";
import type { Scenario } from "../../core/scenario";
import { envSpec } from "../../envs";
import type { Challenge, Path } from "../../lessons/challenge";
import { deviationsFrom, split, startOf } from "../../lessons/answer";
import { challenges as words } from "../../messages/challenges";
import { fill } from "../../messages/section";

/** Why a scenario is no answer to a challenge, whatever it does; null where it is one. */
export function objectionTo(challenge: Challenge, scenario: Scenario): string | null {
  const { other, free, fixed } = deviationsFrom(challenge, scenario);
  const { atMost = Infinity } = challenge;
  if (other) return words.otherExperiment;
  if (fixed.length > 0) {
    return fill(words.fixed, { free: freeIn(challenge), changed: namesOf(fixed, challenge) });
  }
  if (free.length <= atMost) return null;
  return fill(words.tooMany, {
    count: atMost,
    free: freeIn(challenge),
    changed: namesOf(free, challenge),
  });
}

/** The names of what may be changed: “Discount” and “Noise”. */
export function freeIn(challenge: Challenge): string {
  return namesOf(challenge.free, challenge);
}

function namesOf(paths: readonly Path[], challenge: Challenge): string {
  const { env, algo } = startOf(challenge);
  const names = paths.map((path) => {
    const [home, name] = split(path);
    const spec = home === "env" ? envSpec(env.id) : algoSpec(algo.id);
    return `“${spec?.params[name]?.label ?? name}”`;
  });
  return new Intl.ListFormat("en").format(names);
}
