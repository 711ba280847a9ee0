import { embed as words } from "../../messages/embed";
import { fill } from "../../messages/section";
import { locksNamed } from "../../scenario/lock-names";
import { LAB_PARTS, type LabPart } from "../lab-parts";
import { THEMES, type Theme } from "../storage/settings";

/** What the address of a frame asks for (docs/embedding.md). */
export interface EmbedOptions {
  /** The parts beside the figure; null: nothing is said of them. */
  show: ReadonlySet<LabPart> | null;
  /** Locks that hold beside those of the scenario. */
  locks: readonly string[];
  autoplay: boolean;
  /** Steps a second; null: as usual. */
  rate: number | null;
  theme: Theme | null;
  /** The origin of the page around, which may send commands; null: only one of our own origin may. */
  host: string | null;
  /** What in it is not understood, a sentence each. */
  wrong: readonly string[];
}

const SHOWN_OF_A_WORD = 40; // characters
const RATES = { min: 1, max: 10_000 }; // those of the slider

/** Reads the options; what is not understood is left out and told. */
export function embedOptions(search: string): EmbedOptions {
  const given = new URLSearchParams(search);
  const wrong: string[] = [];
  /** A value that must be read; where it cannot be, that is told, and there is none. */
  const one = <T>(name: string, read: (text: string) => T | undefined, says: (word: string) => string) => {
    const text = given.get(name);
    const value = text === null ? null : read(text);
    if (text !== null && value === undefined) wrong.push(says(text.slice(0, SHOWN_OF_A_WORD)));
    return value ?? null;
  };
  /** A list of words; those that mean nothing are told of and left out. */
  const many = <T>(name: string, read: (word: string) => readonly T[], says: (word: string) => string) =>
    (given.get(name) ?? "").split(",").flatMap((word) => {
      const values = read(word);
      if (values.length === 0 && word !== "") wrong.push(says(word.slice(0, SHOWN_OF_A_WORD)));
      return values;
    });

  const known = LAB_PARTS.join(", ");
  const parts = many<LabPart>(
    "show",
    (word) => LAB_PARTS.filter((part) => part === word),
    (word) => fill(words.wrongPart, { word, known }),
  );
  return {
    show: given.has("show") ? new Set(parts) : null,
    locks: many("lock", locksNamed, (word) => fill(words.wrongLock, { word })),
    autoplay:
      one(
        "autoplay",
        (text) => (text === "1" ? true : undefined),
        (word) => fill(words.wrongAutoplay, { word }),
      ) ?? false,
    rate: one("rate", rateIn, (word) => fill(words.wrongRate, { word })),
    theme: one(
      "theme",
      (text) => THEMES.find((theme) => theme === text),
      (word) => fill(words.wrongTheme, { word, known: THEMES.join(", ") }),
    ),
    host: one("host", originIn, (word) => fill(words.wrongHost, { word })),
    wrong,
  };
}

function rateIn(text: string): number | undefined {
  if (text === "max") return Infinity;
  const rate = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
  return rate >= RATES.min && rate <= RATES.max ? rate : undefined;
}

/** An origin, and nothing but an origin: a wildcard, a path or “null” would let others in than whoever wrote it means. */
function originIn(text: string): string | undefined {
  const { origin, protocol } = URL.canParse(text) ? new URL(text) : { origin: "null", protocol: "" };
  return /^https?:$/.test(protocol) && origin === text.toLowerCase().replace(/\/$/, "") ? origin : undefined;
}
