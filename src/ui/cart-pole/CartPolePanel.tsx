import { useRef, useState } from "react";
import { algoSpec } from "../../algos";
import type { AlgoSpec } from "../../core/algo";
import { Choice } from "../figure/Choice";
import { setView } from "../session";
import { useLab, viewOf, type LabState } from "../store";
import { Diverged } from "../training/Diverged";
import { LearningSwitch } from "../training/LearningSwitch";
import { pictureTabs, type PictureTab } from "./pictures";
import { PlayView } from "./play/PlayView";
import { Push } from "./Push";
import { RunView } from "./RunView";
import { RealTime } from "./RealTime";
import styles from "./cart-pole.module.css";
import training from "../training/training.module.css";

type Tab = Pick<PictureTab, "id" | "label">;

const RUN: Tab = { id: "run", label: "Run" };
const PLAY: Tab = { id: "play", label: "Play" };

/** The tabs that the algorithm on screen has something to show on. */
function tabsFor(algo: string): Tab[] {
  const spec = algoSpec(algo) as AlgoSpec<never> | undefined;
  return [RUN, PLAY, ...pictureTabs.filter((tab) => spec && tab.available(spec))];
}

/** Which tab is open: the one the scenario names, where there is such a one. */
function openTab(lab: LabState): string {
  const named = viewOf(lab.scenario).figure;
  const known = tabsFor(lab.scenario.algo.id).some(({ id }) => id === named);
  return named !== undefined && known ? named : RUN.id;
}

/** The figure of the cart-pole lab: the run, a game, and pictures of what is learned. */
export function CartPolePanel() {
  const algo = useLab((lab) => lab.scenario.algo.id);
  const shown = useLab(openTab);
  /** Whether somebody has chosen a tab, and so means to use what is on it. */
  const [chosen, setChosen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const Panel = pictureTabs.find(({ id }) => id === shown)?.Panel;
  const show = (figure: string) => {
    setChosen(true);
    setView({ figure });
  };
  const leaveGame = () => {
    const pressed = bar.current?.querySelector<HTMLElement>("[aria-pressed=true]");
    pressed?.focus();
  };
  return (
    <section className={styles.panel} aria-label="Figure">
      <div className={training.bar} ref={bar}>
        <Choice label="Picture" options={tabsFor(algo)} value={shown} onChange={show} />
        <div className={styles.tools}>
          {shown === RUN.id && (
            <>
              <RealTime />
              <Push />
            </>
          )}
          {shown !== PLAY.id && <LearningSwitch />}
        </div>
      </div>
      {shown !== PLAY.id && <Diverged />}
      <div className={styles.area}>
        {shown === RUN.id && <RunView />}
        {shown === PLAY.id && <PlayView takesFocus={chosen} leave={leaveGame} />}
        {Panel && <Panel />}
      </div>
    </section>
  );
}
