import { useEffect, useState } from "react";
import { redo, undo } from "../session";
import { useLab } from "../store";
import { ClearPanel } from "./ClearPanel";
import { useEditor } from "./editor-state";
import { chooseTool } from "./keys";
import { RewardBox } from "./RewardBox";
import { SizePanel } from "./SizePanel";
import { TextPanel } from "./TextPanel";
import { toolsFor } from "./tools";
import { WindPanel } from "./WindPanel";
import styles from "./Editor.module.css";

const PANELS = { Size: SizePanel, Wind: WindPanel, "As text": TextPanel, Clear: ClearPanel };
type PanelName = keyof typeof PANELS;

/** The toolbar of the map's editor: one tool is chosen, and works by pointer and by Enter on the map. */
export function MapEditor() {
  const tool = useLab((lab) => lab.tool);
  const algo = useLab((lab) => lab.scenario.algo.id);
  const { says, reward, jumpReward } = useEditor();
  const [open, setOpen] = useState<PanelName | null>(null);
  const Panel = open && PANELS[open];
  const tools = toolsFor(algo);
  const known = tools.some(({ id }) => id === tool);
  useEffect(() => {
    if (!known) chooseTool(tools[0].id);
  }, [known, tools]);
  return (
    <section className={styles.editor} aria-label="Map editor">
      <div className={styles.row} role="group" aria-label="Tools">
        {tools.map(({ id, label, help }, i) => (
          <button
            key={id}
            type="button"
            title={help}
            aria-pressed={tool === id}
            aria-keyshortcuts={String(i + 1)}
            onClick={() => chooseTool(id)}
          >
            <kbd aria-hidden="true">{i + 1}</kbd>
            {label}
          </button>
        ))}
        {tool === "reward" && (
          <RewardBox
            label="Reward"
            value={reward}
            onChange={(value) => useEditor.setState({ reward: value })}
          />
        )}
        {tool === "jump" && (
          <RewardBox
            label="Jump pays"
            value={jumpReward}
            onChange={(value) => useEditor.setState({ jumpReward: value })}
          />
        )}
      </div>
      <div className={styles.row}>
        {(Object.keys(PANELS) as PanelName[]).map((name) => (
          <button
            key={name}
            type="button"
            aria-expanded={open === name}
            onClick={() => setOpen(open === name ? null : name)}
          >
            {name}
          </button>
        ))}
        <span className={styles.history}>
          <button type="button" onClick={undo}>
            Undo
          </button>
          <button type="button" onClick={redo}>
            Redo
          </button>
        </span>
        <p className={styles.says} role="status">
          {says}
        </p>
      </div>
      {Panel && <Panel close={() => setOpen(null)} />}
    </section>
  );
}
