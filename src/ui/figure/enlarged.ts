import { create } from "zustand";

/** Whether the charts have the side column to themselves. */
export const useEnlarged = create<{ enlarged: boolean }>()(() => ({ enlarged: false }));
