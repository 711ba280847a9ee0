import type { Scenario } from "../../core/scenario";
import { CalledOff, Judge } from "../../engine/client-judge";
import type { Challenge } from "../../lessons/challenge";
import { agrees, decodeClaim, type Claim } from "../../lessons/claim";
import { startOf } from "../../lessons/answer";
import {
  judgeImpossible,
  judgeSetting,
  sampledVerdict,
  type Judged,
  type Progress,
  type RunToStop,
} from "../../lessons/judging";
import type { Lesson } from "../../lessons/lesson";
import { challenges as words } from "../../messages/challenges";
import { fill } from "../../messages/section";
import { postToHost } from "../embed/channel";
import { useLab } from "../store";
import { keyOf, useChallenges, type ChallengeResult, type HandIn, type Judgement } from "./challenge-state";
import { handInLink } from "./hand-in-link";
import { objectionTo } from "./objection";
import { notePassed } from "./progress";

/** Has answers and hand-in links judged by the simulator, one at a time. */

let judge: Judge | null = null;

/** Judges what the controls show, or the claim that no setting does it. */
export async function check(
  lesson: Lesson,
  challenge: Challenge,
  of: "setting" | "impossible",
): Promise<void> {
  const scenario = of === "setting" ? useLab.getState().scenario : startOf(challenge);
  const setting = of === "setting" ? scenario : null;
  const wrong = objectionTo(challenge, scenario);
  if (wrong !== null)
    return tell(lesson, challenge, { of, passed: null, says: [wrong], link: null, setting });
  const judged = await measure(lesson, challenge, scenario, of);
  if (!judged) return;
  const { passed, measured, needed } = judged.verdict;
  if (passed) notePassed(keyOf(lesson, challenge));
  const link = passed ? await handInLink(lesson, challenge, scenario, { of, judged }) : null;
  const says = [measured, needed, ...(link?.ok === false ? [fill(words.tooLong, { why: link.error })] : [])];
  tell(lesson, challenge, { of, passed, says, link: link?.ok ? link.value : null, setting });
}

/** Judges a hand-in link: what counts is what the simulator measures now. */
export async function verify(lesson: Lesson, challenge: Challenge, handIn: HandIn): Promise<void> {
  const { scenario, fragment } = handIn;
  const decoded = decodeClaim(handIn.claim, { lesson: lesson.id, challenge: challenge.id, fragment });
  if (!decoded.ok) return refuse(lesson, challenge, decoded.error, scenario);
  const { claim, isIntact } = decoded.value;
  const wrong = faultOf(challenge, scenario, claim);
  if (wrong !== null) return refuse(lesson, challenge, wrong, scenario);
  const judged = await measure(lesson, challenge, scenario, "link", claim.answer, !isIntact);
  if (!judged) return;
  const { verdict } = judged;
  const says = [verdict.passed ? verdict.measured : `${verdict.measured} ${verdict.needed}`];
  const isSame = agrees(challenge, claim.values, judged.values);
  if (!isSame) {
    says[0] = fill(words.measures, { measured: says[0] });
    says.unshift(claimSays(challenge, claim, judged));
  } else if (!isIntact) {
    says.unshift(words.altered);
  }
  const passed = verdict.passed && isSame && isIntact;
  tell(lesson, challenge, { of: "link", passed, says, link: null, setting: scenario });
}

/** Says of a hand-in link that it is none, without a run. */
export function refuse(
  lesson: Lesson,
  challenge: Challenge,
  why: string,
  setting: Scenario | null = null,
): void {
  tell(lesson, challenge, { of: "link", passed: false, says: [why], link: null, setting });
}

/** Calls off what is being judged. */
export function cancel(): void {
  judge?.dispose();
  judge = null;
  useChallenges.setState({ judging: null });
}

/** What is wrong with a claim before anything is run; null where nothing is. */
function faultOf(challenge: Challenge, scenario: Scenario, { answer, seeds }: Claim): string | null {
  if (seeds.join() !== challenge.seeds.join()) {
    return fill(words.otherSeeds, { claimed: seeds.join(", "), seeds: challenge.seeds.join(", ") });
  }
  if (answer === "impossible" && !challenge.sampled) return words.noSuchAnswer;
  return objectionTo(challenge, scenario);
}

function claimSays(challenge: Challenge, { answer, values }: Claim, judged: Judged): string {
  const shape = (lists: Judged["values"]) => lists.map(({ length }) => length).join();
  if (shape(values) !== shape(judged.values)) return words.otherNumbers;
  const verdict = answer === "impossible" ? sampledVerdict(values[0]) : challenge.judge(values);
  return fill(words.claims, { claimed: verdict.measured });
}

/** Null where it was called off, or could not be done, which is told. */
async function measure(
  lesson: Lesson,
  challenge: Challenge,
  scenario: Scenario,
  of: Judgement,
  answer: Claim["answer"] = of === "link" ? "setting" : of,
  isAltered = false,
): Promise<Judged | null> {
  cancel();
  const mine = (judge = new Judge());
  const key = keyOf(lesson, challenge);
  const { [key]: _old, ...results } = useChallenges.getState().results;
  useChallenges.setState({ results });
  const onProgress = (progress: Progress) =>
    judge === mine && useChallenges.setState({ judging: { key, of, progress, isAltered } });
  const run: RunToStop = (each, onShare) => mine.finish(each, onShare);
  try {
    return answer === "impossible"
      ? await judgeImpossible(challenge, run, onProgress)
      : await judgeSetting(challenge, scenario, run, onProgress);
  } catch (error) {
    if (!(error instanceof CalledOff)) {
      const why = error instanceof Error ? error.message : String(error);
      const says = [fill(words.failed, { why })];
      tell(lesson, challenge, { of, passed: null, says, link: null, setting: scenario });
    }
    return null;
  } finally {
    if (judge === mine) cancel();
  }
}

/** Shows a result, and tells the page around what an answer given here came to. */
function tell(lesson: Lesson, challenge: Challenge, result: ChallengeResult): void {
  const key = keyOf(lesson, challenge);
  useChallenges.setState(({ results }) => ({ results: { ...results, [key]: result } }));
  const { of, passed, link } = result;
  if (of === "link" || passed === null) return;
  postToHost({ type: "challenge", challenge: key, passed, ...(link !== null && { link }) });
}
