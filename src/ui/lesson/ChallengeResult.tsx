import { useEffect, useId, useRef } from "react";
import { challenges as words } from "../../messages/challenges";
import { fill } from "../../messages/section";
import { useLab } from "../store";
import { useCopy } from "../use-copy";
import {
  isOfAnother,
  useChallenges,
  type ChallengeKey,
  type ChallengeResult as Result,
  type Judging,
} from "./challenge-state";
import { cancel } from "./judge";
import styles from "./challenge.module.css";

/** How far the judging of a challenge is, and what came of it. */
export function ChallengeResult({ of }: { of: ChallengeKey }) {
  const result = useChallenges(({ results }) => results[of]);
  const judging = useChallenges(({ judging: now }) => (now?.key === of ? now : null));
  const isEarlier = useLab(({ scenario }) => result !== undefined && isOfAnother(result, scenario));
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (result) section.current?.scrollIntoView({ block: "nearest" });
  }, [result]);
  return (
    <section ref={section} className={styles.result} aria-label={words.result}>
      <div role="status">
        {judging && <p>{progressOf(judging)}</p>}
        {!judging && result && (
          <>
            {isEarlier && <p className="quiet">{words.earlier}</p>}
            {headingOf(result) !== null && (
              <p className={styles.verdict} data-passed={result.passed}>
                {headingOf(result)}
              </p>
            )}
            {result.says.map((says) => (
              <p key={says}>{says}</p>
            ))}
          </>
        )}
      </div>
      {judging && (
        <div className={styles.buttons}>
          <progress aria-label={words.progress} value={shareOf(judging)} />
          <button type="button" onClick={cancel}>
            {words.cancel}
          </button>
        </div>
      )}
      {!judging && result?.link && <HandIn link={result.link} />}
    </section>
  );
}

function progressOf({ of, progress, isAltered }: Judging): string {
  const { run, runs } = progress;
  if (of === "impossible") return fill(words.trying, { run, runs });
  if (of === "setting") return fill(words.checking, { run, runs });
  return fill(isAltered ? words.verifyingAltered : words.verifying, { run, runs });
}

function shareOf({ progress: { run, runs, share } }: Judging): number {
  return (run - 1 + share) / runs;
}

/** Null where it could not be judged: then the sentence below says why. */
function headingOf({ of, passed }: Result): string | null {
  if (passed === null) return null;
  if (of === "link") return passed ? words.verified : words.notVerified;
  return passed ? words.passed : words.notPassed;
}

function HandIn({ link }: { link: string }) {
  const { field, says, copy } = useCopy(link, words.copied, words.selectLink);
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{words.linkLabel}</label>
      <div className={styles.link}>
        <input
          ref={field}
          id={id}
          type="text"
          readOnly
          className="numbers"
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="primary" onClick={copy}>
          {words.copyLink}
        </button>
      </div>
      <p className="quiet" role="status">
        {says}
      </p>
    </div>
  );
}
