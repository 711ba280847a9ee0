import { useRef, useState } from "react";
import { algoSpec } from "../../algos";
import type { AlgoSpec } from "../../core/algo";
import { cartPole as words } from "../../messages/cart-pole";
import { pictures as common } from "../../messages/pictures";
import { Choice } from "../figure/Choice";
import { setView } from "../session";
import { useLab, viewOf, type LabState } from "../store";
import { Diverged } from "../training/Diverged";
import { LearningSwitch } from "../training/LearningSwitch";
import { pictureTabs } from "./pictures";
import { PlayView } from "./play/PlayView";
import { Push } from "./Push";
import { RunView } from "./RunView";
import { RealTime } from "./RealTime";
import styles from "./cart-pole.module.css";
import training from "../training/training.module.css";

const RUN = "run";
const PLAY = "play";

/** The tabs that the algorithm on screen has something to show on. */
function tabsFor(algo: string): { id: string; label: string }[] {
  const spec = algoSpec(algo) as AlgoSpec<never> | undefined;
  const pictures = pictureTabs.filter((tab) => spec && tab.available(spec));
  const ids = [RUN, PLAY, ...pictures.map(({ id }) => id)] as const;
  return ids.map((id) => ({ id, label: words[id] }));
}

/** Which tab is open: the one the scenario names, where there is such a one. */
function openTab(lab: LabState): string {
  const named = viewOf(lab.scenario).figure;
  const known = tabsFor(lab.scenario.algo.id).some(({ id }) => id === named);
  return named !== undefined && known ? named : RUN;
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
    <section className={styles.panel} aria-label={common.figure}>
      <div className={training.bar} ref={bar} data-tool="">
        <Choice label={common.picture} options={tabsFor(algo)} value={shown} onChange={show} />
        <div className={styles.tools}>
          {shown === RUN && (
            <>
              <RealTime />
              <Push />
            </>
          )}
          {shown !== PLAY && <LearningSwitch />}
        </div>
      </div>
      {shown !== PLAY && <Diverged />}
      <div className={styles.area}>
        {shown === RUN && <RunView />}
        {shown === PLAY && <PlayView takesFocus={chosen} leave={leaveGame} />}
        {Panel && <Panel />}
      </div>
    </section>
  );
}
