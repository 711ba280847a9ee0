import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { excerpts } from "./scripts/code/vite-plugin.mjs";
import { digits } from "./scripts/digits/vite-plugin.mjs";
import { firstPaint } from "./scripts/hosting/first-paint";
import { hosting } from "./scripts/hosting/vite-plugin.mjs";
import { offline } from "./scripts/offline/vite-plugin.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** Every browser we build for reads woff2, so KaTeX's older fonts would only make the site three times as large. */
const katexWoff2Only: Plugin = {
  name: "katex-woff2-only",
  enforce: "pre",
  transform(code, id) {
    if (!/katex(\.min)?\.css/.test(id)) return undefined;
    return {
      code: code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'][^"']*["']\)/g, ""),
      map: null,
    };
  },
};

export default defineConfig({
  // Relative addresses: the site works from any folder of any static host.
  base: "./",
  plugins: [react(), katexWoff2Only, digits, excerpts, firstPaint, hosting, offline],
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        // The algorithms, loaded later, share code with the trainer. If that code stayed in the worker's first
        // file, they would import that file, and WebKit would run it a second time: a second trainer takes over.
        codeSplitting: { groups: [{ name: "trainer", test: /\/src\/engine\/trainer\.ts$/ }] },
      },
    },
  },
  define: { "import.meta.env.APP_VERSION": JSON.stringify(version) },
  build: {
    target: "es2022",
    // Nothing as data: or inline script, so that a strict content security policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
