import type { Plugin } from "vite";

export const hosting: Plugin;
