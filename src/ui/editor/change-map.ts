import type { Arrows } from "../../algos/policy-evaluation/arrows";
import type { Scenario } from "../../core/scenario";
import type { GridWorldParams } from "../../envs/grid-world/params";
import { edit } from "../session";
import { useLab } from "../store";
import type { GridMap } from "./map-edit";
import { movedArrows, movedCell, resize, type Margins } from "./map-size";

/** The map on screen. */
export function currentMap(): GridWorldParams {
  return useLab.getState().scenario.env.params as unknown as GridWorldParams;
}

/** The scenario with another map; nothing else of the world changes. */
function withMap(scenario: Scenario, { rows, cells, wind }: GridMap): Scenario {
  return { ...scenario, env: { ...scenario.env, params: { ...scenario.env.params, rows, cells, wind } } };
}

/** The scenario with a map of another size: the hand-made policy and the selection move along with their cells. */
export function withMargins(scenario: Scenario, margins: Margins): Scenario {
  const before = scenario.env.params as unknown as GridWorldParams;
  const [rows, columns] = [before.rows.length, before.rows[0].length];
  const resized = withMap(scenario, resize(before, margins));
  const arrows = scenario.algo.params.arrows as Arrows | undefined;
  const { selected, ...view } = scenario.view ?? {};
  const state = selected && movedCell(selected.state, rows, columns, margins);
  return {
    ...resized,
    ...(arrows && {
      algo: {
        ...scenario.algo,
        params: { ...scenario.algo.params, arrows: movedArrows(arrows, rows, columns, margins) },
      },
    }),
    view: { ...view, ...(selected && typeof state === "number" && { selected: { ...selected, state } }) },
  };
}

/** The scenario with a map put in place of the old one, whose size may differ. */
export function withNewMap(scenario: Scenario, map: GridMap): Scenario {
  const before = (scenario.env.params as unknown as GridWorldParams).rows;
  const sameSize = before.length === map.rows.length && before[0].length === map.rows[0].length;
  if (sameSize) return withMap(scenario, map);
  const { selected: _gone, ...view } = scenario.view ?? {};
  const { params } = scenario.algo;
  const algo = "arrows" in params ? { ...scenario.algo, params: { ...params, arrows: {} } } : scenario.algo;
  return { ...withMap(scenario, map), algo, view };
}

/** Changes the map in the experiment on screen, with undo; changes of one gesture undo together. */
export function changeMap(map: GridMap, gesture?: string): void {
  edit((scenario) => withMap(scenario, map), gesture);
}
