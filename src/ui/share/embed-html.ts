import type { LockGroup } from "../../scenario/lock-names";
import { LAB_PARTS, type LabPart } from "../lab-parts";

/** How a frame is to look and behave. */
export interface FrameChoice {
  readonly size: FrameSize;
  readonly parts: readonly LabPart[];
  readonly locks: readonly LockGroup[];
  readonly autoplay: boolean;
}

export interface FrameSize {
  readonly width: string;
  readonly height: string;
}

/** Sizes of frames, as the attributes of an iframe have them. */
export const SIZES: readonly FrameSize[] = [
  { width: "100%", height: "600" },
  { width: "1000", height: "600" },
  { width: "640", height: "480" },
  { width: "320", height: "640" },
];

/**
 * What the frame may do: run scripts, open the full page in a tab of its own, and save files. Not the origin of this site:
 * the lab needs no storage, and a page of the same site could otherwise be reached from inside.
 */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** The address of the frame that shows what `hash` links to. `page`: this site, without query and fragment. */
export function frameAddress(page: string, hash: string, { parts, locks, autoplay }: FrameChoice): string {
  const shown = LAB_PARTS.filter((part) => parts.includes(part)).join(",");
  const held = locks.length > 0 ? `&lock=${locks.join(",")}` : "";
  return `${page}?embed=1&show=${shown}${held}${autoplay ? "&autoplay=1" : ""}${hash}`;
}

/** The HTML that puts the frame into a page. */
export function frameHtml(address: string, title: string, { width, height }: FrameSize): string {
  const attributes = {
    src: address,
    title,
    width,
    height,
    sandbox: SANDBOX,
    allow: "fullscreen; clipboard-write",
    loading: "lazy",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
