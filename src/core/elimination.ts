import type { FiniteMdp } from "./finite-mdp";
import { decisionFlags } from "./graph";

/** The chain that a policy makes of an MDP, while its states are eliminated one by one. */
interface Chain {
  /** P(s → s') γ, without s → s itself. */
  readonly out: Map<number, number>[];
  /** Where something leads to s. */
  readonly into: Set<number>[];
  /** 1 − γ, an ending, or a state of value 0: all that goes nowhere. */
  readonly leave: Float64Array;
  readonly reward: Float64Array;
}

const ROWS_AT_ONCE = 32;

/**
 * V = r + γ P V for a policy, exactly, by eliminating states (Gauss), those with the fewest neighbours first. The pivot
 * 1 − P(s → s) is taken as the sum of the ways out of s, so nothing is ever subtracted and no digits are lost
 * (Grassmann, Taksar & Heyman 1985). From every state not in `zero` the policy must end, or γ be below 1;
 * states in `zero` have the value 0. Yields after every 32 states.
 */
export function* eliminate(
  mdp: FiniteMdp,
  policy: Float64Array,
  gamma: number,
  zero: readonly number[],
): Generator<void, Float64Array> {
  const unknown = decisionFlags(mdp);
  for (const s of zero) unknown[s] = 0;
  const chain = chainOf(mdp, policy, gamma, unknown);
  const order = new FewestNeighbours(chain, unknown);
  const eliminated: number[] = [];
  const pivots = new Float64Array(mdp.nStates);
  for (let s = order.take(); s >= 0; s = order.take()) {
    pivots[s] = eliminateState(chain, s);
    for (const next of chain.out[s].keys()) order.note(next);
    for (const before of chain.into[s]) order.note(before);
    if (eliminated.push(s) % ROWS_AT_ONCE === 0) yield;
  }
  const V = new Float64Array(mdp.nStates);
  for (const s of eliminated.toReversed()) {
    let sum = chain.reward[s];
    for (const [next, weight] of chain.out[s]) sum += weight * V[next];
    V[s] = sum / pivots[s];
  }
  return V;
}

function chainOf(mdp: FiniteMdp, policy: Float64Array, gamma: number, unknown: Uint8Array): Chain {
  const { nStates, nActions } = mdp;
  const chain: Chain = {
    out: Array.from({ length: nStates }, () => new Map<number, number>()),
    into: Array.from({ length: nStates }, () => new Set<number>()),
    leave: new Float64Array(nStates),
    reward: new Float64Array(nStates),
  };
  for (let s = 0; s < nStates; s++) {
    if (!unknown[s]) continue;
    for (let pair = s * nActions; pair < (s + 1) * nActions; pair++) {
      if (policy[pair] === 0) continue;
      for (let i = mdp.first[pair]; i < mdp.first[pair + 1]; i++) {
        const weight = policy[pair] * mdp.probability[i];
        chain.reward[s] += weight * mdp.reward[i];
        const next = mdp.next[i];
        if (mdp.ends[i] === 1 || !unknown[next]) chain.leave[s] += weight;
        else {
          chain.leave[s] += weight * (1 - gamma);
          connect(chain, s, next, weight * gamma);
        }
      }
    }
  }
  return chain;
}

function connect({ out, into }: Chain, s: number, next: number, weight: number): void {
  if (s === next || weight === 0) return;
  out[s].set(next, (out[s].get(next) ?? 0) + weight);
  into[next].add(s);
}

/** Leads every way into s on to where s leads. Returns the pivot; s keeps its own row for the way back. */
function eliminateState(chain: Chain, s: number): number {
  const { out, into, leave, reward } = chain;
  let pivot = leave[s];
  for (const weight of out[s].values()) pivot += weight;
  for (const next of out[s].keys()) into[next].delete(s);
  for (const before of into[s]) {
    const share = (out[before].get(s) ?? 0) / pivot;
    out[before].delete(s);
    leave[before] += share * leave[s];
    reward[before] += share * reward[s];
    for (const [next, weight] of out[s]) connect(chain, before, next, share * weight);
  }
  return pivot;
}

/** Hands out states, those with the fewest ways in and out first: few new ways arise from them. */
class FewestNeighbours {
  /** States by number of ways when last noted; a state may stand in several, the last note counts. */
  private readonly buckets: number[][] = [];
  private readonly noted: Int32Array;
  private lowest = 0;

  constructor(
    private readonly chain: Chain,
    unknown: Uint8Array,
  ) {
    this.noted = new Int32Array(unknown.length).fill(-1);
    for (let s = unknown.length - 1; s >= 0; s--) if (unknown[s]) this.note(s);
  }

  /** The number of ways of s may have changed. */
  note(s: number): void {
    const ways = this.chain.out[s].size + this.chain.into[s].size;
    if (this.noted[s] === ways) return;
    this.noted[s] = ways;
    (this.buckets[ways] ??= []).push(s);
    if (ways < this.lowest) this.lowest = ways;
  }

  /** The next state; −1 when all have been taken. */
  take(): number {
    for (; this.lowest < this.buckets.length; this.lowest++) {
      const bucket = this.buckets[this.lowest] ?? [];
      for (let s = bucket.pop(); s !== undefined; s = bucket.pop()) {
        if (this.noted[s] !== this.lowest) continue;
        this.noted[s] = -2;
        return s;
      }
    }
    return -1;
  }
}
