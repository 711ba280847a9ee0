import { algoSpec } from "../../algos";
import type { EnvId } from "../../envs";
import type { Chapter } from "../../lessons";
import { measuredSentence } from "../../scenario/evidence";
import { presets, type Preset } from "../../scenario/presets";
import { kindOf, type Kind } from "../controls/kind";
import { LABS, labOf } from "../labs";
import type { Filter } from "./filter";
import { folded, matches } from "./match";

/** A preset as the gallery shows it. */
export interface Card {
  readonly preset: Preset;
  readonly lab: EnvId;
  /** The algorithm's name, and how it works. */
  readonly algorithm: string;
  readonly kind: Kind;
  /** What was measured of it, where something was. */
  readonly measured: string | undefined;
  /** All that a search looks through, folded. */
  readonly text: string;
}

let known: readonly Card[] | undefined;

/** Every preset, in the order of the gallery. */
export function cards(): readonly Card[] {
  return (known ??= presets.map(cardOf));
}

function cardOf(preset: Preset): Card {
  const { id, title, notice, source, group, scenario } = preset;
  const lab = labOf(scenario);
  const spec = algoSpec(scenario.algo.id);
  const algorithm = spec?.title ?? scenario.algo.id;
  const labTitle = LABS.find((each) => each.id === lab)?.title;
  return {
    preset,
    lab,
    algorithm,
    kind: kindOf(spec),
    measured: measuredSentence(id),
    text: folded([title, algorithm, notice, source, group, labTitle].join("\n")),
  };
}

/** Whether a preset is among what is looked for. */
export function isFound({ lab, kind, text }: Card, { find, lab: inLab, kind: ofKind }: Filter): boolean {
  return (inLab === null || inLab === lab) && (ofKind === null || ofKind === kind) && matches(find, text);
}

/** Whether a chapter is: it belongs to no lab and has no algorithm. */
export function isChapterFound({ title, question }: Chapter, { find, lab, kind }: Filter): boolean {
  return lab === null && kind === null && matches(find, folded(`${title}\n${question}`));
}

/** The address that opens a preset. With `lab` in it, the way back leads to the page that it was opened from. */
export function presetHref(id: string): string {
  return `?lab#${id}`;
}
