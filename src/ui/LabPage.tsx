import { algoSpec } from "../algos";
import { useHelp } from "./controls/help";
import { Parameters } from "./controls/Parameters";
import { Transport } from "./controls/Transport";
import { Charts, EquationPanel, FigurePanel, PseudoCode } from "./figure";
import { noticedPreset } from "./preset-of";
import { useLab } from "./store";
import styles from "./LabPage.module.css";

/**
 * The lab: figure and transport on the left, what explains and sets them on the right; on a phone one column.
 * The document is in the phone's order.
 */
export function LabPage() {
  return (
    <main className={styles.lab}>
      <div className={styles.stage}>
        <div className={styles.figure}>
          <FigurePanel />
        </div>
        <Caption />
      </div>
      <div className={styles.transport}>
        <Transport />
      </div>
      <div className={styles.side}>
        <div className={styles.equation}>
          <EquationPanel />
        </div>
        <div className={styles.parameters}>
          <Parameters />
        </div>
        <div className={styles.charts}>
          <Charts />
        </div>
        <div className={styles.code}>
          <PseudoCode />
        </div>
      </div>
    </main>
  );
}

/**
 * The line under the figure: what to notice, or what the algorithm does; on a large screen, while a control is
 * at hand, what that does.
 */
function Caption() {
  const notes = useLab((lab) => lab.scenario.notes);
  const algo = useLab((lab) => lab.scenario.algo.id);
  const preset = useLab((lab) => noticedPreset(lab.scenario));
  const help = useHelp((state) => state.help);
  const noticed = notes === undefined ? preset : undefined;
  return (
    <p className={styles.caption} data-help={help !== null}>
      <span className={styles.help}>{help}</span>
      <span className={styles.notice}>
        {noticed?.notice ?? notes ?? algoSpec(algo)?.summary} {noticed && <i>{noticed.source}</i>}
      </span>
    </p>
  );
}
