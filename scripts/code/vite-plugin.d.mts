import type { Plugin } from "vite";

export const excerpts: Plugin;
