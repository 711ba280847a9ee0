/** One piece of the user's own work, as it is stored. */
export interface Work {
  /** Stays the same while the user goes on with it. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly saved: number;
  /** JSON form of the scenario, not yet checked. */
  readonly scenario: unknown;
}

/** How many pieces of work are kept at most: the newest and those before it. */
export const MOST_WORKS = 30;
/** Characters that all of them may take: well below the 5 million that browsers store for a site. */
export const MOST_TEXT = 2_000_000;

/** Reads the stored list, newest first. `damaged`: there is text, but it cannot be read in whole or in part. */
export function readWorks(text: string | null): { works: Work[]; damaged: boolean } {
  if (text === null) return { works: [], damaged: false };
  try {
    const raw: unknown = JSON.parse(text);
    if (!Array.isArray(raw)) return { works: [], damaged: true };
    const works = raw.filter(isWork);
    return { works, damaged: works.length < raw.length };
  } catch {
    return { works: [], damaged: true };
  }
}

/**
 * The list with `work` in front, in place of its earlier state, and how many of the oldest there was no room for.
 * The work in front always stays.
 */
export function withWork(works: readonly Work[], work: Work): { works: Work[]; dropped: number } {
  const all = [work, ...works.filter(({ id }) => id !== work.id)];
  let room = MOST_TEXT;
  const fitting = all.findIndex((each, i) => (room -= JSON.stringify(each).length) < 0 && i > 0);
  const kept = Math.min(MOST_WORKS, fitting < 0 ? all.length : fitting);
  return { works: all.slice(0, kept), dropped: Math.max(0, all.length - kept) };
}

/** Whether stored data has the form of a work; its scenario is not looked into. */
export function isWork(raw: unknown): raw is Work {
  if (typeof raw !== "object" || raw === null) return false;
  const { id, saved, scenario } = raw as Partial<Work>;
  return (
    typeof id === "string" && typeof saved === "number" && typeof scenario === "object" && scenario !== null
  );
}
