import { fail, ok, type Result } from "../../core/result";
import type { Scenario } from "../../core/scenario";
import { judgedOf } from "../../lessons/answer";
import type { Challenge } from "../../lessons/challenge";
import { encodeClaim, type Claim } from "../../lessons/claim";
import type { Judged } from "../../lessons/judging";
import type { Lesson } from "../../lessons/lesson";
import { challenges as words } from "../../messages/challenges";

/** The address that shows and judges this answer again. */
export async function handInLink(
  lesson: Lesson,
  challenge: Challenge,
  scenario: Scenario,
  { of, judged }: { of: Claim["answer"]; judged: Judged },
): Promise<Result<string>> {
  const encoded = await import("../../scenario/link").then(
    ({ encodeLink }) => encodeLink(judgedOf(challenge, scenario)),
    () => fail(words.noWriter),
  );
  if (!encoded.ok) return fail(encoded.error);
  const fragment = encoded.value.slice(1);
  const claim = encodeClaim(
    { answer: of, seeds: challenge.seeds, values: judged.values },
    { lesson: lesson.id, challenge: challenge.id, fragment },
  );
  const query = new URLSearchParams({ lesson: lesson.id, challenge: challenge.id, claim });
  return ok(`${location.href.split(/[?#]/)[0]}?${query.toString()}#${fragment}`);
}
