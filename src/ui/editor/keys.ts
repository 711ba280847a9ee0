import type { KeyboardEvent } from "react";
import { editor as words } from "../../messages/editor";
import { useLab } from "../store";
import { say, useEditor } from "./editor-state";
import { toolsFor, type ToolId } from "./tools";

/** Handles a key pressed in the figure while editing: tools by number, and Escape. True if it did. */
export function editorKey(event: KeyboardEvent): boolean {
  const { tool, scenario } = useLab.getState();
  if (tool === null || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key === "Escape") {
    if (useEditor.getState().jumpFrom !== null) {
      useEditor.setState({ jumpFrom: null });
      say(words.noJump);
    } else stopEditing();
    return true;
  }
  const chosen = /^[1-9]$/.test(event.key) ? toolsFor(scenario.algo.id)[Number(event.key) - 1] : undefined;
  if (chosen) chooseTool(chosen);
  return chosen !== undefined;
}

export function chooseTool(id: ToolId): void {
  useLab.setState({ tool: id });
  useEditor.setState({ jumpFrom: null, says: words[`${id}Help`] });
}

export function stopEditing(): void {
  useLab.setState({ tool: null });
  useEditor.setState({ jumpFrom: null, says: "" });
}
