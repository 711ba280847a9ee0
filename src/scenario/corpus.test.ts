import { describe, expect, it } from "vitest";
import type { Scenario } from "../core/scenario";
import corpus from "./corpus.json";
import { decodeLink, encodeLink } from "./link";
import { presets } from "./presets";

/**
 * Links that were given out, with the scenarios they stand for. They must open for ever: entries are added
 * (a link and what decodeLink makes of it) and never edited.
 */
const entries = corpus as unknown as { name: string; link: string; scenario: Scenario }[];

describe("links of the corpus", () => {
  it.each(entries)("$name", ({ link, scenario }) => {
    const decoded = decodeLink(link);
    if (!decoded.ok) throw new Error(decoded.error);
    expect(asRecorded(decoded.value, scenario)).toEqual(scenario);
    const again = encodeLink(decoded.value);
    expect(again.ok && decodeLink(again.value)).toEqual(decoded);
  });

  it("hold every preset, packed and by name", () => {
    const names = new Set(entries.map((entry) => entry.name));
    expect(
      presets.filter(({ id }) => !names.has(`preset ${id}`) || !names.has(`preset ${id} by name`)),
    ).toEqual([]);
  });
});

/** `now` without the parameters that did not exist when `then` was recorded: their defaults must mean "as before". */
function asRecorded(now: Scenario, then: Scenario): Scenario {
  const known = (params: Record<string, unknown>, old: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(params).filter(([name]) => Object.hasOwn(old, name)));
  const { env, algo, changes, ...rest } = now;
  return {
    ...rest,
    env: { id: env.id, params: known(env.params, then.env.params) },
    algo: { id: algo.id, params: known(algo.params, then.algo.params) },
    ...(changes && {
      changes: changes.map((change) => ({
        at: change.at,
        ...(change.env && { env: known(change.env, then.env.params) }),
        ...(change.algo && { algo: known(change.algo, then.algo.params) }),
        ...(change.push !== undefined && { push: change.push }),
      })),
    }),
  };
}
