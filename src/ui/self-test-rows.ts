import type { BackendReport } from "../engine/protocol";
import { backendDialog as words } from "../messages/backend-dialog";
import { fill } from "../messages/section";

/** One number of the self-test. */
export interface SelfTestRow {
  what: string;
  expected: string;
  got: string;
  ok: boolean;
}

/** The self-test, number by number. */
export function selfTestRows({ selfTest }: BackendReport): SelfTestRow[] {
  const { expected, recurrent, tolerance, nanSeen } = selfTest;
  const rows = (what: string, wanted: readonly number[], got: readonly number[]): SelfTestRow[] =>
    wanted.map((value, i) => ({
      what: fill(what, { update: i + 1 }),
      expected: value.toFixed(6),
      got: i in got ? got[i].toFixed(6) : words.none,
      ok: Math.abs(got[i] - value) <= tolerance * Math.abs(value),
    }));
  return [
    ...rows(words.loss, expected.losses, selfTest.losses),
    ...rows(words.norm, expected.gradientNorms, selfTest.gradientNorms),
    ...rows(words.recurrentLoss, recurrent.expected.losses, recurrent.losses),
    ...rows(words.recurrentNorm, recurrent.expected.gradientNorms, recurrent.gradientNorms),
    { what: words.nan, expected: words.seen, got: nanSeen ? words.seen : words.notSeen, ok: nanSeen },
  ];
}
