import type { Outcome } from "./algo";
import { backup } from "./backup";
import { hopeless, neverEnding, stuck } from "./divergence";
import { eliminate } from "./elimination";
import type { FiniteMdp } from "./finite-mdp";
import { greedyPolicyFor } from "./gain";
import { greedyValues } from "./greedy";
import { randomPolicy } from "./policy";
import { restingStates } from "./rest";
import { solvablePart } from "./solvable";
import { newStall, watch, type Stall } from "./stall";

/** Exact values; Q is nStates × nActions, row-major. Both are 0 where there is no decision, or none that counts (solvable.ts). */
export interface Solution {
  V: Float64Array;
  Q: Float64Array;
}

interface Progress {
  V: Float64Array;
  residual: number;
  stall: Stall;
}

/** Largest change of a sweep, as a share of the largest value (at least 1), that counts as none. */
const TOLERANCE = 1e-15;
/** After so many sweeps the greedy policy is evaluated exactly, and iteration goes on from there. */
const SWEEPS_TO_A_JUMP = 500;
const MOST_SWEEPS = 100_000;

/**
 * Q* and V*, by value iteration in place with sweeps in alternating direction, and, where that is slow, by
 * policy iteration. Returns an outcome where there is no finite solution. Yields between sweeps.
 */
export function* solveOptimal(model: FiniteMdp, gamma: number): Generator<void, Solution | Outcome> {
  const mdp = solvablePart(model, gamma);
  const impossible = hopeless(mdp, gamma);
  if (impossible) return impossible;
  const progress: Progress = { V: new Float64Array(mdp.nStates), residual: Infinity, stall: newStall() };
  let proper = gamma < 1;
  for (let sweeps = 1; sweeps <= MOST_SWEEPS; sweeps++) {
    const { change, size } = optimalSweep(mdp, progress.V, gamma, sweeps % 2 === 0);
    if (change <= TOLERANCE * size) return fromOptimalValues(mdp, progress.V, gamma);
    progress.residual = change;
    watch(progress.stall, change);
    const end = stuck(mdp, progress, gamma);
    if (end) return end.reason === "converged" ? fromOptimalValues(mdp, progress.V, gamma) : end;
    if (sweeps % SWEEPS_TO_A_JUMP === 0) {
      let jump = yield* evaluatePolicy(mdp, greedyPolicyFor(mdp, progress.V, gamma), gamma);
      // Far from the solution a greedy policy may never end. What is greedy for the random one's values does.
      if (!("V" in jump) && !proper) jump = yield* evaluatePolicy(mdp, randomPolicy(mdp), gamma);
      proper ||= "V" in jump;
      if ("V" in jump) progress.V = jump.V;
    }
    yield;
  }
  return { reason: "diverges", says: `No solution after ${MOST_SWEEPS} sweeps. Lower γ.` };
}

/**
 * Q^π and V^π of a policy π(a|s), nStates × nActions, solved as linear equations. Returns an outcome where a value has
 * no limit. Yields now and then.
 */
export function* evaluatePolicy(
  model: FiniteMdp,
  policy: Float64Array,
  gamma: number,
): Generator<void, Solution | Outcome> {
  const mdp = solvablePart(model, gamma);
  const impossible = neverEnding(mdp, policy, gamma);
  if (impossible) return impossible;
  const zero = gamma === 1 ? restingStates(mdp, policy) : [];
  const V = yield* eliminate(mdp, policy, gamma, zero);
  return { V, Q: allBackups(mdp, V, gamma) };
}

/** Runs a solver to its end at once. */
export function solved(solver: Generator<void, Solution | Outcome>): Solution | Outcome {
  for (;;) {
    const step = solver.next();
    if (step.done) return step.value;
  }
}

/** One sweep of V(s) ← max over a of the backup, in place. `size`: the largest |V|, at least 1. */
function optimalSweep(
  mdp: FiniteMdp,
  V: Float64Array,
  gamma: number,
  backwards: boolean,
): { change: number; size: number } {
  const { decisionStates, nActions } = mdp;
  const count = decisionStates.length;
  let change = 0;
  let size = 1;
  for (let i = 0; i < count; i++) {
    const s = decisionStates[backwards ? count - 1 - i : i];
    let best = -Infinity;
    for (let a = 0; a < nActions; a++) {
      const q = backup(mdp, V, s, a, gamma);
      if (q > best) best = q;
    }
    const moved = Math.abs(best - V[s]);
    if (moved > change) change = moved;
    if (Math.abs(best) > size) size = Math.abs(best);
    V[s] = best;
  }
  return { change, size };
}

function fromOptimalValues(mdp: FiniteMdp, V: Float64Array, gamma: number): Solution {
  const Q = allBackups(mdp, V, gamma);
  return { V: greedyValues(mdp, Q), Q };
}

function allBackups(mdp: FiniteMdp, V: Float64Array, gamma: number): Float64Array {
  const Q = new Float64Array(mdp.nStates * mdp.nActions);
  for (const s of mdp.decisionStates) {
    for (let a = 0; a < mdp.nActions; a++) Q[s * mdp.nActions + a] = backup(mdp, V, s, a, gamma);
  }
  return Q;
}
