import { describe, expect, it } from "vitest";
import { measureAll } from "../../scripts/evidence/rows";

/** The table of docs/evidence.md, measured again. */
const rows = await measureAll();

describe("learning evidence", () => {
  it.each(rows.filter(({ holds }) => holds !== null))(
    "$what ($settings): $reference",
    ({ holds, measured }) => {
      expect(holds, measured).toBe(true);
    },
  );
});
