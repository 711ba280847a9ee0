import { useCallback, useEffect, useRef, useState } from "react";
import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { createTrajectoryPlot, type TrajectoryPlot } from "../../../plots/trajectory-plot";
import { chooseRow, useChosenRow } from "../../figure/chosen-row";
import { shownRow } from "../../figure/network-equation";
import { RowPicker } from "../../figure/RowPicker";
import { Empty } from "../../pictures/Empty";
import { Labelled } from "../../pictures/Labelled";
import { Picture } from "../../pictures/Picture";
import { useLook, useSights } from "../../pictures/sights";
import { useLab } from "../../store";
import { criticCaption, leftOutCaption } from "./captions";
import { useWorld } from "./world";
import styles from "../../pictures/pictures.module.css";

/** How long the pointer rests on a step before the equation shows it. */
const REST = 120; // ms

/** An episode of the last update: what each action was credited with, and how that changed the policy. */
export function TrajectoryPanel() {
  const [index, setIndex] = useState(0);
  useLook({ trajectory: index });
  const count = useSights(({ trajectory }) => trajectory?.count ?? 0);
  if (count === 0) {
    return <Empty text={words.noTrajectory} />;
  }
  return <Trajectory index={shownRow(index, count)} count={count} onChoose={setIndex} />;
}

interface Props {
  index: number;
  count: number;
  onChoose: (index: number) => void;
}

function Trajectory({ index, count, onChoose }: Props) {
  const { actions } = useWorld();
  const average = useLab((lab) => lab.scenario.algo.params.baseline === "average");
  const steps = useSights(({ trajectory }) => trajectory?.actions.length ?? 0);
  const critic = useSights(({ trajectory }) => (trajectory ? criticCaption(trajectory) : ""));
  const leftOut = useSights(({ trajectory }) => (trajectory ? leftOutCaption(trajectory) : ""));
  const row = shownRow(useChosenRow(), steps);
  const plot = useRef<TrajectoryPlot>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const baseline = average ? words.movingAverage : "V(s)";
  const create = useCallback(
    (host: HTMLElement) => {
      const onPick = (t: number) => {
        clearTimeout(resting.current);
        resting.current = setTimeout(chooseRow, REST, t);
      };
      return (plot.current = createTrajectoryPlot(host, { actions, baseline, onPick }));
    },
    [actions, baseline],
  );
  useEffect(() => plot.current?.pick(row), [create, row]);
  useEffect(() => () => clearTimeout(resting.current), [create]);
  return (
    <div className={styles.panel}>
      <div className={styles.controls}>
        <Labelled text={words.trajectory}>
          <RowPicker of="trajectory" row={index} rows={count} onChoose={onChoose} />
        </Labelled>
        <Labelled text={words.step}>
          <RowPicker of="step" row={row} rows={steps} first={0} onChoose={chooseRow} />
        </Labelled>
      </div>
      <Picture
        name={words.trajectoryPicture}
        room="tall"
        create={create}
        read={() => useSights.getState().trajectory ?? null}
      >
        <p className={styles.caption}>
          {leftOut} {critic} {words.trajectoryCaption}
        </p>
      </Picture>
    </div>
  );
}
