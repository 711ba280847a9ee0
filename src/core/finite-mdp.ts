/**
 * A finite Markov decision process P(s', r | s, a) as flat arrays (Sutton & Barto, section 3.1).
 * The outcomes of the pair (s, a) are the rows `first[s * nActions + a]` up to, not including,
 * `first[s * nActions + a + 1]`; their probabilities sum to 1.
 */
export interface FiniteMdp {
  readonly nStates: number;
  readonly nActions: number;
  /** Length nStates × nActions + 1. */
  readonly first: Int32Array;
  readonly probability: Float64Array;
  readonly next: Int32Array;
  readonly reward: Float64Array;
  /** 1 where the outcome ends the episode: the value of `next` then counts as 0. */
  readonly ends: Uint8Array;
  /** The states in which there is a decision to take, ascending: not walls, not terminals. */
  readonly decisionStates: Int32Array;
  /** Probability that an episode starts in each state. */
  readonly initial: Float64Array;
}

/** One outcome of a state–action pair, as the builder takes it. */
export interface Outcome {
  probability: number;
  next: number;
  reward: number;
  ends: boolean;
}

/**
 * Builds a FiniteMdp from a function that lists the outcomes of each pair.
 * Outcomes of one pair that agree in (next, reward, ends) are merged; impossible ones are dropped.
 */
export function buildFiniteMdp(
  nStates: number,
  nActions: number,
  decisionStates: readonly number[],
  initial: Float64Array,
  outcomesOf: (s: number, a: number) => Outcome[],
): FiniteMdp {
  const first = new Int32Array(nStates * nActions + 1);
  const rows: Outcome[] = [];
  const isDecision = new Uint8Array(nStates);
  for (const s of decisionStates) isDecision[s] = 1;
  for (let s = 0; s < nStates; s++) {
    for (let a = 0; a < nActions; a++) {
      first[s * nActions + a] = rows.length;
      if (isDecision[s]) rows.push(...merged(outcomesOf(s, a)));
    }
  }
  first[nStates * nActions] = rows.length;
  return {
    nStates,
    nActions,
    first,
    probability: Float64Array.from(rows, (row) => row.probability),
    next: Int32Array.from(rows, (row) => row.next),
    reward: Float64Array.from(rows, (row) => row.reward),
    ends: Uint8Array.from(rows, (row) => Number(row.ends)),
    decisionStates: Int32Array.from(decisionStates),
    initial,
  };
}

function merged(outcomes: Outcome[]): Outcome[] {
  const kept: Outcome[] = [];
  for (const outcome of outcomes) {
    if (outcome.probability <= 0) continue;
    const same = kept.find(
      (row) => row.next === outcome.next && row.reward === outcome.reward && row.ends === outcome.ends,
    );
    if (same) same.probability += outcome.probability;
    else kept.push({ ...outcome });
  }
  return kept;
}
