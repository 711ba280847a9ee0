import type { FlagParam } from "./params";

/** Whether a sweep reads its own results. */
export const inPlaceParam: FlagParam = {
  kind: "flag",
  label: "In place",
  help: "Off: a sweep reads only the values of the sweep before (synchronous). On: it reads each new value at once.",
  live: true,
  default: false,
};
