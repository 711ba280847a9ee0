import { useEffect, useRef } from "react";
import { algoSpec } from "../algos";
import { useHelp } from "./controls/help";
import { kindOf } from "./controls/kind";
import { Transport } from "./controls/Transport";
import { useEnlarged } from "./figure/enlarged";
import { LAB_PARTS, type LabPart } from "./lab-parts";
import { isMoving } from "./moving";
import { Notices } from "./Notices";
import { Charts, EquationPanel, FigurePanel, LessonPanel, Parameters, PseudoCode } from "./parts";
import { noticedPreset } from "./preset-of";
import { granularityOf } from "./session";
import { useLab, type LabState } from "./store";
import styles from "./LabPage.module.css";

const ALL: ReadonlySet<LabPart> = new Set(LAB_PARTS);
/** Those that a step of the lecture chooses among. */
const PANELS = ["equation", "parameters", "charts", "code"] as const;

/**
 * The lab: figure and transport on the left, what explains and sets them on the right; on a phone one column. In the
 * lecture its text comes first, and of the rest what the step needs. `parts`: no others are shown.
 * The document is in the phone's order.
 */
export function LabPage({ parts = ALL }: { parts?: ReadonlySet<LabPart> }) {
  const kind = useLab((lab) => kindOf(algoSpec(lab.scenario.algo.id)));
  const byLine = useLab((lab) => granularityOf(lab) === "line");
  const lesson = useLab((lab) => lab.lesson);
  const panels = PANELS.filter((panel) => parts.has(panel) && (!lesson || lesson.panels.includes(panel)));
  const shows = (panel: (typeof PANELS)[number]) => panels.includes(panel);
  const { enlarged } = useEnlarged();
  return (
    <main
      className={styles.lab}
      data-kind={kind}
      data-by-line={byLine}
      data-enlarged={enlarged}
      data-lesson={lesson && (panels.length > 0 ? "with-panels" : "alone")}
      data-plain={!lesson && panels.length === 0}
    >
      {lesson && (
        <div className={styles.lesson}>
          <LessonPanel />
        </div>
      )}
      <div className={styles.stage}>
        <div id="figure" className={styles.figure}>
          <FigurePanel />
        </div>
        {parts.has("caption") && <Caption />}
      </div>
      {parts.has("transport") && (
        <div className={styles.transport}>
          <Transport />
        </div>
      )}
      <div className={styles.side}>
        {shows("equation") && (
          <div className={styles.equation}>
            <EquationPanel />
          </div>
        )}
        {shows("parameters") && (
          <div className={styles.parameters}>
            <Parameters />
          </div>
        )}
        <div className={styles.messages}>
          <Notices />
        </div>
        {shows("charts") && (
          <div className={styles.charts}>
            <Charts />
          </div>
        )}
        {shows("code") && (
          <div className={styles.code}>
            <PseudoCode />
          </div>
        )}
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
  const line = useLab(lineSays);
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    return reachableWhereItScrolls(box.current);
  }, []);
  return (
    <p ref={box} className={styles.caption} data-help={help !== null} data-line={line !== null}>
      <span>
        <span className={styles.help}>{help}</span>
        <span className={styles.line}>{line}</span>
        <span className={styles.notice}>
          {noticed?.notice ?? notes ?? algoSpec(algo)?.summary} {noticed && <i>{noticed.source}</i>}
        </span>
      </span>
    </p>
  );
}

/** What the line just done did, while a network's run is gone through line by line: a low window has no other place for it. */
function lineSays({ run, scenario }: LabState): string | null {
  const spec = algoSpec(scenario.algo.id);
  if (!spec?.network || run.phase === null || isMoving(run.status)) return null;
  return granularityOf({ scenario }) === "line" ? (spec.phases[run.phase]?.says ?? null) : null;
}

/** Puts a box among the stops of the Tab key while there is more in its notice than it has room for. */
function reachableWhereItScrolls(box: HTMLElement): () => void {
  const resized = new ResizeObserver(() => {
    if (box.dataset.help === "true") return; // the notice will be back when the Tab key moves on
    if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
  for (const element of [box, ...box.children]) resized.observe(element);
  return () => resized.disconnect();
}
