/** One piece of the user's own work, as it is stored. */
export interface Work {
  /** Stays the same while the user goes on with it. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly saved: number;
  /** JSON form of the scenario, not yet checked. */
  readonly scenario: unknown;
}

/** How many pieces of work are kept: the newest and those before it. */
export const MOST_WORKS = 8;

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

/** The list with `work` in front, in place of its earlier state. The oldest fall off the end. */
export function withWork(works: readonly Work[], work: Work): Work[] {
  return [work, ...works.filter(({ id }) => id !== work.id)].slice(0, MOST_WORKS);
}

function isWork(raw: unknown): raw is Work {
  if (typeof raw !== "object" || raw === null) return false;
  const { id, saved, scenario } = raw as Partial<Work>;
  return (
    typeof id === "string" && typeof saved === "number" && typeof scenario === "object" && scenario !== null
  );
}
