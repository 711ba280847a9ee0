/** Made by scripts/code/vite-plugin.mjs from the source. */
declare module "virtual:excerpts" {
  /** A piece of our source, moved to the left margin. */
  export interface Excerpt {
    /** From the root of the repository. */
    readonly file: string;
    /** The number of its first line there. */
    readonly line: number;
    readonly text: string;
  }

  /** The update of every algorithm, by id. */
  export const excerpts: Readonly<Record<string, readonly Excerpt[]>>;
}
