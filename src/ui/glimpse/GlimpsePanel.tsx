import { glimpse as words } from "../../messages/glimpse";
import { pictures as common } from "../../messages/pictures";
import { Choice } from "../figure/Choice";
import { setView } from "../session";
import { useLab, viewOf } from "../store";
import { Diverged } from "../training/Diverged";
import { LearningSwitch } from "../training/LearningSwitch";
import { OwnView } from "./own/OwnView";
import { Missing } from "./Missing";
import { RunView } from "./RunView";
import { TestView } from "./test/TestView";
import styles from "./glimpse.module.css";
import training from "../training/training.module.css";

const TABS = [
  { id: "run", View: RunView },
  { id: "own", View: OwnView },
  { id: "test", View: TestView },
] as const;

/** The figure of the glimpse lab: an image that is being looked at, one of one's own, and what the network is worth. */
export function GlimpsePanel() {
  const named = useLab((lab) => viewOf(lab.scenario).figure);
  const { id, View } = TABS.find((tab) => tab.id === named) ?? TABS[0];
  return (
    <section className={styles.panel} aria-label={common.figure}>
      <div className={training.bar} data-tool="">
        <Choice
          label={common.picture}
          options={TABS.map((tab) => ({ id: tab.id, label: words[tab.id] }))}
          value={id}
          onChange={(figure) => setView({ figure })}
        />
        <LearningSwitch />
      </div>
      <Diverged />
      <Missing />
      <div className={styles.area}>
        <View />
      </div>
    </section>
  );
}
