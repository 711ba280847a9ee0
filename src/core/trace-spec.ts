import type { Phase, PseudoLine } from "./algo";

/* What a student reads of every learner with eligibility traces: a step up to the moment at which the traces fade. */

/** Phases of lines 1 to 7. */
export const tracedPhases = {
  initialise: { line: 1, says: "Fill the table with its initial value." },
  start: { line: 2, says: "A new episode: no traces, and the agent is put on a start." },
  act: { line: 3, says: "Choose the first action: random with probability ε, else the best so far." },
  observe: { line: 4, says: "The world answers with a reward and the next state." },
  choose: { line: 5, says: "Choose the next action now, in the same way; it will be taken." },
  mark: { line: 6, says: "Mark the entry just used: its trace grows by 1, or is set to 1." },
  update: { line: 7, says: "Move every entry that has a trace by its share of the error δ." },
} satisfies Record<string, Phase>;

/** The update of every entry, for the target r + `future`, in KaTeX. */
export function tracedRule(future: string): string {
  return `Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\delta\\,e(s,a), \\quad \\delta = r + ${future} - Q(s,a)`;
}

/** Lines 1 to 7 of the pseudo-code, for the target r + `future`. */
export function tracedLines(future: string): PseudoLine[] {
  return [
    { indent: 0, text: "$Q(s,a) \\leftarrow Q_0$ for all $s, a$" },
    { indent: 0, text: "for each episode: $e(s,a) \\leftarrow 0$ for all $s, a$; $s \\leftarrow$ start" },
    {
      indent: 1,
      text: "$a \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_a Q(s,a)$; until it ends:",
    },
    { indent: 2, text: "do $a$, observe $r, s'$" },
    {
      indent: 2,
      text: "$a' \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_{a'} Q(s',a')$",
    },
    {
      indent: 2,
      text: `$\\delta \\leftarrow r + ${future} - Q(s,a)$; $e(s,a) \\leftarrow e(s,a) + 1$ (or $1$)`,
    },
    { indent: 2, text: "for all $s, a$: $Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\delta\\,e(s,a)$" },
  ];
}
