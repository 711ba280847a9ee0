import type { KeyboardEvent } from "react";
import { useLab } from "../store";
import { say, useEditor } from "./editor-state";
import { toolsFor } from "./tools";

/** Handles a key pressed in the figure while editing: tools by number, and Escape. True if it did. */
export function editorKey(event: KeyboardEvent): boolean {
  const { tool, scenario } = useLab.getState();
  if (tool === null || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key === "Escape") {
    if (useEditor.getState().jumpFrom !== null) {
      useEditor.setState({ jumpFrom: null });
      say("No jump made.");
    } else stopEditing();
    return true;
  }
  const chosen = /^[1-9]$/.test(event.key) ? toolsFor(scenario.algo.id)[Number(event.key) - 1] : undefined;
  if (chosen) chooseTool(chosen.id);
  return chosen !== undefined;
}

export function chooseTool(id: string): void {
  useLab.setState({ tool: id });
  const tool = toolsFor(useLab.getState().scenario.algo.id).find((other) => other.id === id);
  useEditor.setState({ jumpFrom: null, says: tool?.help ?? "" });
}

export function stopEditing(): void {
  useLab.setState({ tool: null });
  useEditor.setState({ jumpFrom: null, says: "" });
}
