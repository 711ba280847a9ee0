import type { EnvId } from "../../envs";
import type { Kind } from "../controls/kind";
import { LABS } from "../labs";

/** What is looked for in the gallery. */
export interface Filter {
  readonly find: string;
  /** null: any. */
  readonly lab: EnvId | null;
  readonly kind: Kind | null;
}

export const KINDS: readonly Kind[] = ["planning", "learning", "network"];

export const ALL: Filter = { find: "", lab: null, kind: null };

/** What an address asks for: `?find=cliff&in=grid-world&by=learning`. What there is not is left out. */
export function filterIn(search: string): Filter {
  const given = new URLSearchParams(search);
  return {
    find: given.get("find") ?? "",
    lab: LABS.find(({ id }) => id === given.get("in"))?.id ?? null,
    kind: KINDS.find((kind) => kind === given.get("by")) ?? null,
  };
}

/** The same query with this filter in place of its own, and with everything else that it says. */
export function withFilter(search: string, { find, lab, kind }: Filter): string {
  const given = new URLSearchParams(search);
  for (const [name, value] of Object.entries({ find, in: lab, by: kind })) {
    if (value) given.set(name, value);
    else given.delete(name);
  }
  const query = given.toString();
  return query === "" ? "" : `?${query}`;
}
