/** The parts of the lab that can be left out, beside its figure. */
export const LAB_PARTS = ["transport", "caption", "equation", "parameters", "charts", "code"] as const;
export type LabPart = (typeof LAB_PARTS)[number];
