import type { FiniteMdp } from "./finite-mdp";

/** For each state, the states that some action can lead from there to it, each with the largest such probability. */
export interface Predecessors {
  /** Length nStates + 1: the rows of s are from[first[s]] … from[first[s + 1] − 1]. */
  readonly first: Int32Array;
  readonly from: Int32Array;
  /** max over a of P(s | from, a), without outcomes that end the episode: V(s) does not count there. */
  readonly probability: Float64Array;
}

export function predecessorsOf(mdp: FiniteMdp): Predecessors {
  const { nStates, nActions, decisionStates } = mdp;
  const rows = Array.from({ length: nStates }, () => new Map<number, number>());
  for (const s of decisionStates) {
    for (let a = 0; a < nActions; a++) {
      for (const [next, probability] of successorsOf(mdp, s * nActions + a)) {
        rows[next].set(s, Math.max(probability, rows[next].get(s) ?? 0));
      }
    }
  }
  const first = new Int32Array(nStates + 1);
  rows.forEach((row, s) => (first[s + 1] = first[s] + row.size));
  return {
    first,
    from: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    probability: Float64Array.from(rows.flatMap((row) => [...row.values()])),
  };
}

/** P(s' | pair) over the outcomes that go on, added up over rewards. */
function successorsOf(mdp: FiniteMdp, pair: number): Map<number, number> {
  const sums = new Map<number, number>();
  for (let i = mdp.first[pair]; i < mdp.first[pair + 1]; i++) {
    if (mdp.ends[i] === 1) continue;
    sums.set(mdp.next[i], (sums.get(mdp.next[i]) ?? 0) + mdp.probability[i]);
  }
  return sums;
}
