import { useEffect } from "react";
import type { TabularView } from "../../core/algo";
import type { GridFigureModel } from "../../envs/grid-world/view";
import { figure as words } from "../../messages/figure";
import { fill } from "../../messages/section";
import { formatNumber } from "../../plots/number";
import type { Comparison } from "../../engine/protocol";
import { compare } from "../session";
import { useLab } from "../store";
import { GridCanvas } from "./GridCanvas";
import { gridParams, modelFor } from "./problem";
import { group } from "./scale";
import { SideBySide } from "./SideBySide";
import styles from "./Figure.module.css";

const LAYERS: GridFigureModel["layers"] = new Set(["values", "arrows", "rewards", "wind"]);

type Side = "random" | "optimal";

function pictureOf(side: Side): GridFigureModel {
  const { scenario, comparison } = useLab.getState();
  return {
    params: gridParams(scenario),
    view: viewOfSide(comparison, side),
    layers: LAYERS,
    selected: null,
    lit: [],
    title: words[side],
  };
}

function viewOfSide(comparison: Comparison | null, side: Side): TabularView | null {
  const values = comparison?.[side];
  if (!values) return null;
  const Q = "Q" in values ? values.Q : new Float64Array(values.policy.length);
  return { Q, V: values.V, policy: values.policy };
}

/** The lecture's two pictures: exact values and arrows of the policy that acts at random and of the best one. */
export function CompareFigures() {
  const comparison = useLab((lab) => lab.comparison);
  const env = useLab((lab) => lab.scenario.env.params);
  const gamma = useLab((lab) => lab.scenario.algo.params.gamma);
  const run = useLab((lab) => lab.base);
  const missing = comparison === null;
  useEffect(() => {
    if (missing) compare();
  }, [missing, env, gamma, run]);
  return (
    <>
      <SideBySide count={2}>
        {() => (
          <>
            <GridCanvas model={() => pictureOf("random")} />
            <GridCanvas model={() => pictureOf("optimal")} />
          </>
        )}
      </SideBySide>
      <ExpectedReturns comparison={comparison} />
    </>
  );
}

function ExpectedReturns({ comparison }: { comparison: Comparison | null }) {
  const scenario = useLab((lab) => lab.scenario);
  if (!comparison) return <p className={styles.caption}>{words.computing}</p>;
  const { initial } = modelFor(scenario) ?? { initial: new Float64Array() };
  const hasStart = gridParams(scenario).rows.some((row) => row.includes("S"));
  const says = fill(hasStart ? words.returnsFromStart : words.returnsFromAny, {
    random: expected(comparison.random?.V, initial),
    optimal: expected(comparison.optimal?.V, initial),
  });
  return (
    <div className={styles.caption} role="status">
      <p>
        {says.split("*").map((part, i) =>
          i % 2 === 0 ? (
            part
          ) : (
            <strong key={i} className="numbers">
              {part}
            </strong>
          ),
        )}
      </p>
      {comparison.says.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </div>
  );
}

function expected(V: Float64Array | undefined, initial: Float64Array): string {
  if (!V) return words.noReturn;
  const value = V.reduce((sum, v, s) => sum + initial[s] * v, 0);
  return Math.abs(value) < 1000 ? formatNumber(value) : group(Math.round(value)).replace("-", "−");
}
