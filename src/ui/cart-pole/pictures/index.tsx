import type { ComponentType } from "react";
import type { AlgoSpec } from "../../../core/algo";
import type { Look } from "../../../core/network-run";
import { ErrorsPanel } from "./ErrorsPanel";
import { MemoryPanel } from "./MemoryPanel";
import { NetworkPanel } from "./NetworkPanel";
import { TrajectoryPanel } from "./TrajectoryPanel";
import { ValuesPanel } from "./ValuesPanel";
import { VariancePanel } from "./VariancePanel";

/** A tab that looks inside an algorithm which trains networks. */
export interface PictureTab {
  /** What it is called is in the catalogue under this name. */
  readonly id: "values" | "network" | "memory" | "errors" | "trajectory" | "variance";
  readonly Panel: ComponentType;
  /** Whether the algorithm has what the tab shows. */
  available(spec: Pick<AlgoSpec<never>, "network">): boolean;
}

const gives = (sight: keyof Look) => (spec: Pick<AlgoSpec<never>, "network">) =>
  spec.network?.sights.includes(sight) ?? false;

/** In the order in which they stand. */
export const pictureTabs: readonly PictureTab[] = [
  { id: "values", Panel: ValuesPanel, available: gives("map") },
  { id: "network", Panel: NetworkPanel, available: gives("networks") },
  { id: "memory", Panel: MemoryPanel, available: gives("memory") },
  { id: "errors", Panel: ErrorsPanel, available: gives("errors") },
  { id: "trajectory", Panel: TrajectoryPanel, available: gives("trajectory") },
  { id: "variance", Panel: VariancePanel, available: gives("trajectory") },
];
