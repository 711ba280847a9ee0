import { useEffect, useState } from "react";
import { editor as words } from "../../messages/editor";
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

const PANELS = { size: SizePanel, wind: WindPanel, text: TextPanel, clear: ClearPanel };
type PanelName = keyof typeof PANELS;

/** The toolbar of the map's editor: one tool is chosen, and works by pointer and by Enter on the map. */
export function MapEditor() {
  const tool = useLab((lab) => lab.tool);
  const algo = useLab((lab) => lab.scenario.algo.id);
  const { says, reward, jumpReward } = useEditor();
  const [open, setOpen] = useState<PanelName | null>(null);
  const Panel = open && PANELS[open];
  const tools = toolsFor(algo);
  const known = tools.some((id) => id === tool);
  useEffect(() => {
    if (!known) chooseTool(tools[0]);
  }, [known, tools]);
  return (
    <section className={styles.editor} aria-label={words.name}>
      <div className={styles.row} role="group" aria-label={words.tools}>
        {tools.map((id, i) => (
          <button
            key={id}
            type="button"
            title={words[`${id}Help`]}
            aria-pressed={tool === id}
            aria-keyshortcuts={String(i + 1)}
            onClick={() => chooseTool(id)}
          >
            <kbd aria-hidden="true">{i + 1}</kbd>
            {words[id]}
          </button>
        ))}
        {tool === "reward" && (
          <RewardBox
            label={words.reward}
            value={reward}
            onChange={(value) => useEditor.setState({ reward: value })}
          />
        )}
        {tool === "jump" && (
          <RewardBox
            label={words.jumpPays}
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
            {words[name]}
          </button>
        ))}
        <span className={styles.history}>
          <button type="button" onClick={undo}>
            {words.undo}
          </button>
          <button type="button" onClick={redo}>
            {words.redo}
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
