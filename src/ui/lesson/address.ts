/**
 * Where in the lecture an address leads: `?lesson=value-iteration&step=2`, steps counted from 1, or to a challenge of the
 * chapter (`&challenge=bridge`), with what a hand-in link claims (`&claim=…`).
 */
export interface Place {
  readonly id: string;
  readonly step: number;
  readonly challenge?: string;
  readonly claim?: string;
}

const KEYS = ["lesson", "step", "challenge", "claim"] as const;

/** The place that a query names; null where it names none. A step that is no number is the first; a challenge is at the last. */
export function placeIn(search: string): Place | null {
  const given = new URLSearchParams(search);
  const id = given.get("lesson");
  if (id === null) return null;
  const challenge = given.get("challenge");
  const claim = given.get("claim");
  if (challenge !== null) return { id, step: Infinity, challenge, ...(claim !== null && { claim }) };
  const step = Number(given.get("step") ?? 1);
  return { id, step: Number.isInteger(step) && step >= 1 ? step - 1 : 0 };
}

/** The same query with this place, or with none, and with everything else that it says. */
export function withPlace(search: string, place: Place | null): string {
  const given = new URLSearchParams(search);
  for (const key of KEYS) given.delete(key);
  if (place) {
    given.set("lesson", place.id);
    if (place.challenge === undefined) given.set("step", String(place.step + 1));
    else given.set("challenge", place.challenge);
    if (place.claim !== undefined) given.set("claim", place.claim);
  }
  const query = given.toString();
  return query === "" ? "" : `?${query}`;
}

/** The same query for another scenario than the one that a hand-in link claims something of. */
export function withoutClaim(search: string): string {
  const { claim, ...place } = placeIn(search) ?? {};
  return claim === undefined ? search : withPlace(search, place as Place);
}

/** All that a query says of a place, to compare. */
export function placeText(search: string): string {
  const given = new URLSearchParams(search);
  return KEYS.map((key) => given.get(key)).join(" ");
}
