import { readFileSync, writeFileSync } from "node:fs";
import { median, type Evidence } from "../../src/scenario/evidence";
import { short } from "./numbers";
import type { Row } from "./rows";
import { table } from "./table";

const DOCUMENT = new URL("../../docs/evidence.md", import.meta.url);

/** The table of the tabular learners. */
export function tabularTable(rows: readonly Row[]): string {
  return table(
    ["what", "settings", "to be met", "measured", ""],
    rows.map(({ what, settings, reference, measured, holds }) => {
      const verdict = holds === null ? "–" : holds ? "holds" : "FAILS";
      return [what, settings, reference, measured, verdict];
    }),
  );
}

/** The table of the networks: median and range over the runs that solved the task, and until they did. */
export function networkTable(entries: readonly Evidence[]): string {
  return table(
    ["preset", "seeds", "solved", "steps", "episodes", "seconds", "last greedy test", "backend, date"],
    entries.map(({ preset, runs, backend, date }) => {
      const solved = runs.filter(({ solvedAtStep }) => solvedAtStep !== null);
      const diverged = runs.filter((run) => run.diverged).length;
      const over = (pick: (run: Evidence["runs"][number]) => number) => {
        const values = solved.map(pick);
        if (values.length === 0) return "–";
        return `${short(median(values))} (${short(Math.min(...values))}–${short(Math.max(...values))})`;
      };
      // What else it took is known only where the runs ended when they were solved.
      const endsSolved = solved.every(({ steps, solvedAtStep }) => steps === solvedAtStep);
      const tests = runs.flatMap(({ greedyMean }) => (greedyMean === null ? [] : [greedyMean]));
      return [
        preset,
        `${runs[0].seed}–${runs[runs.length - 1].seed}`,
        `${solved.length} of ${runs.length}${diverged > 0 ? `; ${diverged} diverged` : ""}`,
        over(({ steps, solvedAtStep }) => solvedAtStep ?? steps),
        endsSolved ? over(({ episodes }) => episodes) : "–",
        endsSolved ? over(({ wallSeconds }) => wallSeconds) : "–",
        tests.length > 0 ? short(median(tests)) : "–",
        `${backend}, ${date}`,
      ];
    }),
  );
}

/** The document with the part between two marks replaced. Throws if it has no such marks. */
export function withPart(document: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/evidence.md has no part called ${name}.`);
  return `${document.slice(0, from + begin.length)}\n\n${part}\n\n${document.slice(to)}`;
}

export function readDocument(): string {
  return readFileSync(DOCUMENT, "utf8");
}

export function writeDocument(text: string): void {
  writeFileSync(DOCUMENT, text);
}
