import type { Env, EnvSpec, StepResult } from "../../core/env";
import { buildFiniteMdp, type FiniteMdp, type Outcome } from "../../core/finite-mdp";
import type { Rng } from "../../core/rng";
import { MOVES } from "./map";
import { gridWorldParams, type GridWorldParams } from "./params";
import { checkGridWorld } from "./check";

/** Where the agent is (row × columns + column) and how many steps this episode has taken. */
export interface GridState {
  readonly cell: number;
  readonly time: number;
}

/** What a move in one of the four directions leads to, before chance picks the direction. */
interface Landings {
  next: Int32Array;
  reward: Float64Array;
  ends: Uint8Array;
}

export const gridWorld: EnvSpec<GridWorldParams, GridState> = {
  id: "grid-world",
  title: "Grid world",
  actionNames: ["up", "right", "down", "left"],
  params: gridWorldParams,
  check: checkGridWorld,
  create: (params) => new GridWorld(params),
};

/**
 * A rectangle of cells in which an agent moves up, right, down or left. With probability 1 − noise a move
 * goes the intended way, otherwise to one of its two sides; then the wind of the column it left blows it up.
 * Rewards, jumps, restarts and terminals as docs/scenario.md says.
 */
export class GridWorld implements Env<GridState> {
  readonly nActions = MOVES.length;
  readonly obsShape: readonly number[];
  readonly tabular: { readonly nStates: number; indexOf(state: GridState): number };
  private readonly columns: number;
  private readonly letters: string;
  private readonly landings: Landings;
  /** Cells in which an episode may start: S, or without one every cell where there is a decision. */
  private readonly starts: Int32Array;
  private readonly decisionCells: number[];
  private knownModel: FiniteMdp | undefined;

  constructor(private readonly params: Readonly<GridWorldParams>) {
    this.columns = params.rows[0].length;
    this.letters = params.rows.join("");
    const nStates = this.letters.length;
    this.obsShape = [nStates];
    this.tabular = { nStates, indexOf: (state) => state.cell };
    const cells = Array.from(this.letters, (_, cell) => cell);
    this.decisionCells = cells.filter((cell) => ".S".includes(this.letters[cell]) || this.isExit(cell));
    const start = this.letters.indexOf("S");
    const floor = cells.filter((cell) => this.letters[cell] === ".");
    this.starts = Int32Array.from(start >= 0 ? [start] : floor.length > 0 ? floor : this.decisionCells);
    this.landings = this.landingsOf();
  }

  reset(rng: Rng): GridState {
    const starts = this.starts;
    return { cell: starts.length === 1 ? starts[0] : starts[rng.int(starts.length)], time: 0 };
  }

  step(state: GridState, action: number, rng: Rng): StepResult<GridState> {
    const { next, reward, ends } = this.landings;
    const row = state.cell * 4 + this.slip(action, rng);
    const time = state.time + 1;
    const terminated = ends[row] === 1;
    return {
      state: { cell: next[row], time },
      reward: reward[row],
      terminated,
      truncated: !terminated && time >= this.params.maxSteps,
    };
  }

  /** One-hot over the cells. */
  observe(state: GridState, out: Float32Array): void {
    out.fill(0);
    out[state.cell] = 1;
  }

  get model(): FiniteMdp {
    return (this.knownModel ??= this.buildModel());
  }

  private slip(action: number, rng: Rng): number {
    const { noise } = this.params;
    if (noise === 0) return action;
    const u = rng.uniform();
    if (u < 1 - noise) return action;
    return u < 1 - noise / 2 ? (action + 3) & 3 : (action + 1) & 3;
  }

  private isExit(cell: number): boolean {
    return this.params.exitAction && this.letters[cell] === "T";
  }

  private landingsOf(): Landings {
    const rows = this.letters.length * 4;
    // Where there is no decision (a terminal, a wall painted over the agent) a step stays, pays 0 and ends.
    const landings = {
      next: Int32Array.from({ length: rows }, (_, row) => row >> 2),
      reward: new Float64Array(rows),
      ends: new Uint8Array(rows).fill(1),
    };
    for (const cell of this.decisionCells) {
      for (let direction = 0; direction < 4; direction++) {
        const { next, reward, ends } = this.land(cell, direction);
        const row = cell * 4 + direction;
        landings.next[row] = next;
        landings.reward[row] = reward;
        landings.ends[row] = Number(ends);
      }
    }
    return landings;
  }

  private land(cell: number, direction: number): Omit<Outcome, "probability"> {
    const { params, columns } = this;
    if (this.isExit(cell)) return { next: cell, reward: this.extra(cell)?.reward ?? 0, ends: true };
    const jump = this.extra(cell)?.jump;
    if (jump) return this.arrive(jump.to[0] * columns + jump.to[1], jump.reward);
    const [down, right] = MOVES[direction];
    let { cell: at, bumped } = this.slide(cell, down, right);
    const wind = params.wind[cell % columns] ?? 0;
    for (let i = 0; i < Math.abs(wind); i++) {
      const blown = this.slide(at, wind > 0 ? -1 : 1, 0);
      at = blown.cell;
      bumped ||= blown.bumped;
    }
    let reward = params.stepReward + (bumped ? params.bumpReward : 0);
    if (!(params.exitAction && this.letters[at] === "T")) reward += this.extra(at)?.reward ?? 0;
    return this.arrive(at, reward);
  }

  private arrive(cell: number, reward: number): Omit<Outcome, "probability"> {
    if (this.extra(cell)?.restart) return { next: this.letters.indexOf("S"), reward, ends: false };
    return { next: cell, reward, ends: this.letters[cell] === "T" && !this.params.exitAction };
  }

  private slide(cell: number, down: number, right: number): { cell: number; bumped: boolean } {
    const row = Math.floor(cell / this.columns) + down;
    const column = (cell % this.columns) + right;
    const letter = this.params.rows[row]?.[column];
    if (letter === undefined || letter === "#") return { cell, bumped: true };
    return { cell: row * this.columns + column, bumped: false };
  }

  private extra(cell: number) {
    return this.params.cells[`${Math.floor(cell / this.columns)},${cell % this.columns}`];
  }

  private buildModel(): FiniteMdp {
    const { noise } = this.params;
    const nStates = this.letters.length;
    const initial = new Float64Array(nStates);
    for (const start of this.starts) initial[start] = 1 / this.starts.length;
    const outcome = (s: number, direction: number, probability: number): Outcome => {
      const row = s * 4 + (direction & 3);
      const { next, reward, ends } = this.landings;
      return { probability, next: next[row], reward: reward[row], ends: ends[row] === 1 };
    };
    return buildFiniteMdp(nStates, 4, this.decisionCells, initial, (s, a) => [
      outcome(s, a, 1 - noise),
      outcome(s, a + 3, noise / 2),
      outcome(s, a + 1, noise / 2),
    ]);
  }
}
