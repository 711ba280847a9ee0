import { CACHING, HEADERS, POLICY } from "./policy.mjs";

/** `_headers`, as Netlify, Cloudflare Pages and others read it; elsewhere it is a file that nobody asks for. */
function headersFile() {
  const lines = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return ["/*", ...lines, "/assets/*", `  cache-control: ${CACHING.assets}`, ""].join("\n");
}

/**
 * Puts the content security policy into the built page, for hosts that send no headers, and into `_headers`, as the
 * scripts of workers obey their own headers only. Vite's own server has neither: it injects scripts and styles.
 */
export const hosting = {
  name: "hosting",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
      injectTo: "head-prepend",
    },
  ],
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "_headers", source: headersFile() });
  },
};
