import { useEffect } from "react";
import type { TabularView } from "../../core/algo";
import type { GridFigureModel } from "../../envs/grid-world/view";
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
    title: side === "random" ? "Random policy" : "Optimal policy",
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
  if (!comparison) return <p className={styles.caption}>Computing both exactly …</p>;
  const { initial } = modelFor(scenario) ?? { initial: new Float64Array() };
  const from = gridParams(scenario).rows.some((row) => row.includes("S"))
    ? "from the start"
    : "from a random cell";
  return (
    <div className={styles.caption} role="status">
      <p>
        Expected return {from}:{" "}
        {(["random", "optimal"] as const).map((side, i) => (
          <span key={side}>
            {i > 0 && ", "}
            {side} <strong className="numbers">{expected(comparison[side]?.V, initial)}</strong>
          </span>
        ))}
        . Each picture has its own colour scale.
      </p>
      {comparison.says.map((says) => (
        <p key={says}>{says}</p>
      ))}
    </div>
  );
}

function expected(V: Float64Array | undefined, initial: Float64Array): string {
  if (!V) return "does not exist";
  const value = V.reduce((sum, v, s) => sum + initial[s] * v, 0);
  return Math.abs(value) < 1000 ? formatNumber(value) : group(Math.round(value)).replace("-", "−");
}
