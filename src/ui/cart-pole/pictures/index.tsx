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
  readonly id: string;
  readonly label: string;
  readonly Panel: ComponentType;
  /** Whether the algorithm has what the tab shows. */
  available(spec: Pick<AlgoSpec<never>, "network">): boolean;
}

const gives = (sight: keyof Look) => (spec: Pick<AlgoSpec<never>, "network">) =>
  spec.network?.sights.includes(sight) ?? false;

/** In the order in which they stand. */
export const pictureTabs: readonly PictureTab[] = [
  { id: "values", label: "Values", Panel: ValuesPanel, available: gives("map") },
  { id: "network", label: "Network", Panel: NetworkPanel, available: gives("networks") },
  { id: "memory", label: "Memory", Panel: MemoryPanel, available: gives("memory") },
  { id: "errors", label: "Errors", Panel: ErrorsPanel, available: gives("errors") },
  { id: "trajectory", label: "Trajectory", Panel: TrajectoryPanel, available: gives("trajectory") },
  { id: "variance", label: "Variance", Panel: VariancePanel, available: gives("trajectory") },
];
