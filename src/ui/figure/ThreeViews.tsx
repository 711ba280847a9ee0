import { useMemo, useState } from "react";
import { argmaxQ } from "../../core/greedy";
import type { Scenario } from "../../core/scenario";
import { cellName } from "../../envs/grid-world/figure/cell-name";
import type { GridFigureEvents, GridFigureModel } from "../../envs/grid-world/view";
import { threeViews as words } from "../../messages/three-views";
import { fill } from "../../messages/section";
import { formatNumber, formatSigned } from "../../plots/number";
import { frames } from "../session";
import { useLab, viewOf } from "../store";
import { Choice } from "./Choice";
import { GridCanvas } from "./GridCanvas";
import { currentView } from "./lit";
import {
  knownOutcomes,
  learnedOutcomes,
  rewardPicture,
  type ModelOutcome,
  type OutcomesOf,
} from "./model-picture";
import { placeName } from "./names";
import { gridParams, modelFor } from "./problem";
import { select } from "./RunFigure";
import type { Selected } from "./selection";
import { SideBySide } from "./SideBySide";
import styles from "./Figure.module.css";

/** Cells from this side on have room for a number, in px. */
const ROOM_FOR_NUMBERS = 28;

type Source = "known" | "learned";

/** The maze seen three ways, as in the lecture: the policy's arrows, the values, and the model. */
export function ThreeViews() {
  const learns = useLab((lab) => lab.scenario.algo.id === "dyna-q");
  const [wanted, setWanted] = useState<Source>("learned");
  const source = learns ? wanted : "known";
  const events: GridFigureEvents = {
    onPointer: ({ phase, cell, action }) => {
      if (phase === "down") select({ state: cell, action });
    },
    onApply: (cell) => select({ state: cell }),
    onActive: (cell) => select({ state: cell }),
  };
  return (
    <>
      <SideBySide count={3}>
        {(side) => (
          <>
            <GridCanvas model={() => part(words.policy, ["arrows"])} events={events} />
            <GridCanvas model={() => part(words.value, ["values"])} events={events} />
            <GridCanvas model={() => modelPart(source, side >= ROOM_FOR_NUMBERS)} events={events} />
          </>
        )}
      </SideBySide>
      <ModelCaption source={source} learns={learns} choose={setWanted} />
    </>
  );
}

function part(title: string, layers: ("arrows" | "values")[]): GridFigureModel {
  const lab = useLab.getState();
  const { selected } = viewOf(lab.scenario);
  return {
    params: gridParams(lab.scenario),
    view: currentView(lab),
    layers: new Set(layers),
    selected: selected ? { state: selected.state } : null,
    lit: [],
    title,
  };
}

/** The model: the map, where there is room the reward of a step from each cell, and what the chosen action leads to. */
function modelPart(source: Source, numbers: boolean): GridFigureModel {
  const lab = useLab.getState();
  const params = gridParams(lab.scenario);
  const outcomesOf = outcomesFrom(source);
  const pair = chosenPair();
  return {
    params,
    view: rewardPicture(outcomesOf, params.rows.length * params.rows[0].length, 4),
    layers: new Set(numbers ? ["values"] : []),
    selected: pair,
    lit: [],
    valueName: "r",
    ...(pair && { outcomes: outcomesOf(pair.state, pair.action) }),
    title: words[numbers ? (`${source}Rewards` as const) : source],
  };
}

function outcomesFrom(source: Source): OutcomesOf {
  const { scenario } = useLab.getState();
  if (source === "learned")
    return learnedOutcomes(frames.latest?.view?.learnedModel ?? new Float64Array(), 4);
  const mdp = modelFor(scenario);
  return mdp ? knownOutcomes(mdp) : () => [];
}

/** The pair whose outcomes are drawn: of a chosen cell, its best action. */
function chosenPair(): Required<Selected> | null {
  const lab = useLab.getState();
  const { selected } = viewOf(lab.scenario);
  if (!selected) return null;
  const view = currentView(lab);
  const action = selected.action ?? (view ? argmaxQ(view.Q, selected.state, 4) : 0);
  return { state: selected.state, action };
}

const sources = () =>
  [
    { id: "learned", label: words.whichLearned },
    { id: "known", label: words.whichKnown },
  ] as const;

interface CaptionProps {
  source: Source;
  learns: boolean;
  choose: (source: Source) => void;
}

function ModelCaption({ source, learns, choose }: CaptionProps) {
  const scenario = useLab((lab) => lab.scenario);
  const run = useLab((lab) => lab.run);
  const columns = gridParams(scenario).rows[0].length;
  const selected = viewOf(scenario).selected;
  // `run` is what brings a new table, and with it perhaps another best action or another learned model.
  const [pair, outcomes] = useMemo((): [Required<Selected> | null, ModelOutcome[]] => {
    const chosen = run && scenario ? chosenPair() : null;
    return [chosen, chosen ? outcomesFrom(source)(chosen.state, chosen.action) : []];
  }, [source, scenario, run]);
  return (
    <div className={styles.caption}>
      {learns && <Choice label={words.which} options={sources()} value={source} onChange={choose} />}
      <p>
        {pair
          ? describe(pair, outcomes, columns, selected?.action === undefined)
          : `${stepRewards(scenario)} ${words.choose}`}
      </p>
    </div>
  );
}

/** What steps pay in this world, where one sentence can tell. */
function stepRewards(scenario: Scenario): string {
  const mdp = modelFor(scenario);
  if (!mdp || mdp.reward.length === 0) return "";
  const [first] = mdp.reward;
  const alike = mdp.reward.every((reward) => reward === first);
  return alike ? fill(words.everyStep, { reward: formatSigned(first) }) : "";
}

function describe(
  pair: Required<Selected>,
  outcomes: ModelOutcome[],
  columns: number,
  best: boolean,
): string {
  const place = placeName(pair, columns);
  if (outcomes.length === 0) return fill(best ? words.unknownBest : words.unknown, { place });
  const parts = outcomes.map(({ next, probability, reward, ends }) =>
    fill(ends ? words.outcomeEnds : words.outcome, {
      probability: formatNumber(probability),
      reward: formatSigned(reward),
      cell: cellName(next, columns),
    }),
  );
  return fill(best ? words.leadsBest : words.leads, { place, outcomes: parts.join("; ") });
}
