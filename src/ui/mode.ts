/**
 * What an address can show: the landing page, a lab, a lab as the lecture hall or another page wants it, or what the
 * lecturer sees meanwhile.
 */
export type Mode = "home" | "lab" | "present" | "speaker" | "embed";

/** The keys of a query that lead into a lab, whatever they say. */
const LEADS_TO_LAB = ["lab", "lesson", "backend"] as const;

/** What an address asks for. A link or a preset (after the #) is shown in the lab. */
export function modeIn({ search, hash }: Pick<Location, "search" | "hash">): Mode {
  const given = new URLSearchParams(search);
  if (given.get("present") === "1") return given.get("speaker") === "1" ? "speaker" : "present";
  if (given.get("embed") === "1") return "embed";
  return hash.length > 1 || LEADS_TO_LAB.some((key) => given.has(key)) ? "lab" : "home";
}

/** `?lab=cart-pole` asks for that lab, and `?lab&work=…` for a piece of the user's own work, by its id. */
export function askedOfLab(search: string): { lab: string | null; work: string | null } {
  const given = new URLSearchParams(search);
  return { lab: given.get("lab") || null, work: given.get("work") };
}

/**
 * The same query without the lab or the work that was asked for, and with `lab` where nothing else in it says that a lab
 * is shown: what a reload is to come back to once something else is on screen.
 */
export function staysInLab(search: string): string {
  const rest = search.replace(/([?&]lab)=[^&]*/, "$1").replace(/&work=[^&]*/, "");
  if (modeIn({ search: rest, hash: "" }) !== "home") return rest;
  return rest.length > 1 ? `${rest}&lab` : "?lab";
}

/** The same query, for the lecture hall or for the lab as it is otherwise. */
export function withPresent(search: string, presenting: boolean): string {
  const given = new URLSearchParams(search);
  given.delete("present");
  if (presenting) given.set("present", "1");
  const query = given.toString().replaceAll("=&", "&").replace(/=$/, ""); // `?lab`, as it was
  return presenting ? `?${query}` : staysInLab(query === "" ? "" : `?${query}`);
}
