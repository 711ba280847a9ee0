import { create } from "zustand";
import type { Clock, Explanation } from "../core/algo";
import type { Evaluation, GlimpsePicture } from "../core/glimpse";
import type { NetworkView } from "../core/network-run";
import type { Position, Scenario, View } from "../core/scenario";
import type { VarianceReport } from "../core/variance";
import type { Panel } from "../lessons/lesson";
import type { BackendReport, Comparison, Frame, Status, WeightsCard } from "../engine/protocol";

/** What the run reports to the controls: copied from frames a few times a second, at once when it pauses. */
export interface RunState {
  status: Status;
  outcome: Frame["outcome"];
  clock: Clock | null;
  position: Position;
  horizon: number;
  phase: string | null;
  explanation: Explanation | null;
  /** Of an algorithm that trains networks. */
  network: NetworkView | null;
  ticksPerSecond: number;
  progress: number;
  fingerprint: string | null;
}

/** A message on the page: what happened and, where there is one, the way out. */
export interface Notice {
  id: number;
  kind: "info" | "problem";
  says: string;
  action?: { label: string; run: () => void };
}

/** One step of the history: what the controls showed, and, where another run began after it, that run as it stood. */
export interface Step {
  scenario: Scenario;
  run?: { scenario: Scenario; origin: LabState["origin"] };
}

export interface LabState {
  /** The experiment as the controls show it: its parameters are those in force at the run's position. */
  scenario: Scenario;
  /** The same run as it began, with its live changes: what a link must hold to show exactly this. */
  base: Scenario;
  /** What undo and redo return to. */
  past: Step[];
  future: Step[];
  /** Where the scenario came from: only the user's own work is saved automatically. */
  origin: "own" | "link" | "preset";
  run: RunState;
  comparison: Comparison | null;
  /** What networks are computed on; null while none is trained. */
  backend: BackendReport | null;
  /** GPU programs (elsewhere: kernels) and read-backs per gradient step, as last measured. */
  work: Frame["work"];
  /** The last measurement of how gradient estimates scatter, and the gradient step it was made at. */
  variance: { report: VarianceReport; updates: number } | null;
  /** The last test on held-out images. */
  evaluation: Evaluation | null;
  /** The last answer to a question about one image, with the question's number. */
  probed: { id: number; picture: GlimpsePicture } | null;
  /** What the shipped weights fetched last say of themselves. */
  weightsCard: WeightsCard | null;
  /** While data that a run needs are being fetched, the share that is there, 0 to 1. */
  fetching: number | null;
  /** Steps a second of the chosen granularity; Infinity: as fast as possible. */
  rate: number;
  /** The editor's tool; null: look and select. */
  tool: string | null;
  /** Entries lit because a symbol in the equation is hovered or focused. */
  lit: readonly { state: number; action?: number }[];
  notices: Notice[];
  /** A step of the lecture is beside the lab, and these parts of the lab with it; null: all of the lab, and no more. */
  lesson: { panels: readonly Panel[] } | null;
  /** What the page that this one is embedded in has locked, beside what the scenario's author has. */
  locks: readonly string[];
  dialog: "presets" | "lecture" | "code" | "share" | "keys" | "about" | "backend" | "benchmark" | null;
}

export const IDLE: RunState = {
  status: "preparing",
  outcome: null,
  clock: null,
  position: { tick: 0, phase: 0 },
  horizon: 0,
  phase: null,
  explanation: null,
  network: null,
  ticksPerSecond: 0,
  progress: 0,
  fingerprint: null,
};

/** Undo goes back at least this far. */
export const UNDO_DEPTH = 200;

const EMPTY: Scenario = {
  v: 1,
  env: { id: "grid-world", params: {} },
  algo: { id: "value-iteration", params: {} },
  seed: 0,
};

/** The page's state. `session.open` puts the first scenario in before anything is drawn. */
export const useLab = create<LabState>()(() => ({
  scenario: EMPTY,
  base: EMPTY,
  past: [],
  future: [],
  origin: "own",
  run: IDLE,
  comparison: null,
  backend: null,
  work: null,
  variance: null,
  evaluation: null,
  probed: null,
  weightsCard: null,
  fetching: null,
  rate: 4,
  tool: null,
  lit: [],
  notices: [],
  lesson: null,
  locks: [],
  dialog: null,
}));

/** The part of a view that is set; the rest has its defaults. */
export function viewOf(scenario: Scenario): View {
  return scenario.view ?? {};
}
