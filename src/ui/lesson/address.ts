/** Where in the lecture an address leads: `?lesson=value-iteration&step=2`, steps counted from 1. */
export interface Place {
  readonly id: string;
  readonly step: number;
}

/** The place that a query names; null where it names none. A step that is no number is the first. */
export function placeIn(search: string): Place | null {
  const given = new URLSearchParams(search);
  const id = given.get("lesson");
  if (id === null) return null;
  const step = Number(given.get("step") ?? 1);
  return { id, step: Number.isInteger(step) && step >= 1 ? step - 1 : 0 };
}

/** The same query with this place, or with none, and with everything else that it says. */
export function withPlace(search: string, place: Place | null): string {
  const given = new URLSearchParams(search);
  given.delete("lesson");
  given.delete("step");
  if (place) {
    given.set("lesson", place.id);
    given.set("step", String(place.step + 1));
  }
  const query = given.toString();
  return query === "" ? "" : `?${query}`;
}
