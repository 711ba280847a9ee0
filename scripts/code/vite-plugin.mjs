import { cut, EXCERPTS, fileOf } from "./excerpts.mjs";

const NAME = "virtual:excerpts";

/** Makes `virtual:excerpts` of the algorithms' source, anew in every build: what the page shows cannot drift from it. */
export const excerpts = {
  name: "excerpts",
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined;
    const pieces = Object.values(EXCERPTS).flat();
    for (const piece of pieces) this.addWatchFile(fileOf(piece));
    const cutOut = Object.entries(EXCERPTS).map(([algorithm, of]) => [algorithm, of.map(cut)]);
    return `export const excerpts = ${JSON.stringify(Object.fromEntries(cutOut))};`;
  },
};
