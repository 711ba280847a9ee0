/** The policy that scripts and workers of the page are started through: src/engine/client-trusted.ts makes it. */
const SCRIPTS = "bellman-scripts";

/**
 * What the page may do: nothing but load its own files, and no text becomes a script or an element of it. Networks are
 * computed with WebAssembly where there is no GPU. Who may frame the page is not said: anybody.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:", // of text in a sandboxed frame: src/engine/client-open-worker.ts
  "connect-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${SCRIPTS}`,
].join("; ");

/** What a host should send with every file. */
export const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  // A page in a sandboxed frame has no origin: to it these files are another site's.
  "access-control-allow-origin": "*",
};

/** How long browsers may keep a file: the build puts a hash of the content into the names of all in assets/. */
export const CACHING = { assets: "public, max-age=31536000, immutable", others: "no-cache" };
