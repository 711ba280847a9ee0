import type { EnvId } from "../../envs";

/** Written out, as the environments themselves are much more than the first paint needs. */
export const LAB_IDS: readonly EnvId[] = ["grid-world", "cart-pole", "glimpse"];
