import { create } from "zustand";

/** What the editor remembers besides the map itself. */
export interface EditorState {
  /** What the Reward tool writes. */
  reward: number;
  /** What the Jump tool's jumps pay. */
  jumpReward: number;
  /** The cell a jump will start in, once one is chosen. */
  jumpFrom: number | null;
  /** What the last touch did, or why it did nothing. */
  says: string;
}

export const useEditor = create<EditorState>()(() => ({
  reward: 1,
  jumpReward: 10,
  jumpFrom: null,
  says: "",
}));

/** Puts a sentence in the editor's line of status. */
export function say(says: string): void {
  useEditor.setState({ says });
}
