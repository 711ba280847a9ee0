import { isMoving } from "../moving";
import { pause, play } from "../session";
import { useLab } from "../store";
import { hasDiverged } from "./has-diverged";

/** Pauses what is under way and takes time, else runs where that leads anywhere. */
export function runOrPause(): void {
  const lab = useLab.getState();
  const { status } = lab.run;
  if (isMoving(status) || status === "measuring") pause();
  else if (!hasDiverged(lab)) play();
}
