import type { FiniteMdp } from "./finite-mdp";

/**
 * The directed graph of what can follow what: an edge s → s' where some action taken (with a policy: one of
 * positive probability) can lead on to s'. Only states in which there is a decision count; `ends[s]` is 1 where
 * an outcome ends the episode. Edges of s are `to[first[s]]` up to, not including, `to[first[s + 1]]`; they may repeat.
 */
export interface Graph {
  readonly nStates: number;
  readonly first: Int32Array;
  readonly to: Int32Array;
  readonly ends: Uint8Array;
}

/** The graph of an MDP under a policy π(a|s), nStates × nActions, or, without one, under all actions. */
export function graphOf(mdp: FiniteMdp, policy?: Float64Array): Graph {
  const { nStates, nActions } = mdp;
  const isDecision = decisionFlags(mdp);
  const first = new Int32Array(nStates + 1);
  const ends = new Uint8Array(nStates);
  const to: number[] = [];
  for (let s = 0; s < nStates; s++) {
    first[s] = to.length;
    if (!isDecision[s]) continue;
    for (let pair = s * nActions; pair < (s + 1) * nActions; pair++) {
      if (policy && policy[pair] === 0) continue;
      for (let i = mdp.first[pair]; i < mdp.first[pair + 1]; i++) {
        if (mdp.ends[i] === 1 || !isDecision[mdp.next[i]]) ends[s] = 1;
        else to.push(mdp.next[i]);
      }
    }
  }
  first[nStates] = to.length;
  return { nStates, first, to: Int32Array.from(to), ends };
}

/** 1 for each state in which there is a decision to take. */
export function decisionFlags({
  nStates,
  decisionStates,
}: Pick<FiniteMdp, "nStates" | "decisionStates">): Uint8Array {
  const flags = new Uint8Array(nStates);
  for (const s of decisionStates) flags[s] = 1;
  return flags;
}

/** The same edges backwards. */
export function reversed({ nStates, first, to, ends }: Graph): Graph {
  const backFirst = new Int32Array(nStates + 1);
  for (const s of to) backFirst[s + 1]++;
  for (let s = 0; s < nStates; s++) backFirst[s + 1] += backFirst[s];
  const place = backFirst.slice();
  const backTo = new Int32Array(to.length);
  for (let s = 0; s < nStates; s++) {
    for (let i = first[s]; i < first[s + 1]; i++) backTo[place[to[i]]++] = s;
  }
  return { nStates, first: backFirst, to: backTo, ends };
}

/** 1 for every state that can be reached from `starts`, they included. */
export function reachableFrom({ nStates, first, to }: Graph, starts: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(nStates);
  const open: number[] = [];
  for (const s of starts) {
    if (reached[s]) continue;
    reached[s] = 1;
    open.push(s);
  }
  for (let s = open.pop(); s !== undefined; s = open.pop()) {
    for (let i = first[s]; i < first[s + 1]; i++) {
      if (reached[to[i]]) continue;
      reached[to[i]] = 1;
      open.push(to[i]);
    }
  }
  return reached;
}

/** 1 for every state from which an ending can be reached. */
export function canEnd(graph: Graph): Uint8Array {
  const ending: number[] = [];
  for (let s = 0; s < graph.nStates; s++) if (graph.ends[s]) ending.push(s);
  return reachableFrom(reversed(graph), ending);
}

/**
 * The closed classes among `states`: strongly connected sets that no edge leaves and where nothing ends, the places
 * in which a process can stay for ever. Tarjan 1972, without recursion.
 */
export function closedClasses(graph: Graph, states: Iterable<number>): number[][] {
  const { nStates, first, to, ends } = graph;
  const UNSEEN = -1;
  const index = new Int32Array(nStates).fill(UNSEEN);
  const low = new Int32Array(nStates);
  const onStack = new Uint8Array(nStates);
  /** The edge at which the visit of a state goes on. */
  const edge = first.slice(0, nStates);
  /** 1 once a state is known to have a way out of its component. */
  const leaks = ends.slice();
  const stack: number[] = [];
  const path: number[] = [];
  const classes: number[][] = [];
  let counter = 0;
  const enter = (s: number): void => {
    index[s] = low[s] = counter++;
    onStack[s] = 1;
    stack.push(s);
    path.push(s);
  };
  for (const root of states) {
    if (index[root] !== UNSEEN) continue;
    enter(root);
    while (path.length > 0) {
      const s = path[path.length - 1];
      if (edge[s] < first[s + 1]) {
        const next = to[edge[s]++];
        if (index[next] === UNSEEN) enter(next);
        else if (onStack[next]) low[s] = Math.min(low[s], index[next]);
        else leaks[s] = 1;
        continue;
      }
      path.pop();
      const isRoot = low[s] === index[s];
      if (isRoot) {
        const members = stack.splice(stack.lastIndexOf(s));
        for (const member of members) onStack[member] = 0;
        if (members.every((member) => !leaks[member])) classes.push(members.toSorted((a, b) => a - b));
      }
      if (path.length === 0) continue;
      const parent = path[path.length - 1];
      if (isRoot) leaks[parent] = 1;
      else low[parent] = Math.min(low[parent], low[s]);
    }
  }
  return classes;
}
