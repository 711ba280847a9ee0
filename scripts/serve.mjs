import { statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import { encoded } from "./hosting/encode.mjs";
import { CACHING, HEADERS } from "./hosting/policy.mjs";

const FIRST_PORT = 4173;

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The file that a request path means, or undefined: only files inside `directory` are ever found. */
export function fileFor(directory, base, requestPath) {
  let decoded;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    return undefined;
  }
  if (!decoded.startsWith(base) || decoded.includes("\0") || decoded.includes("\\")) return undefined;
  const name = decoded.slice(base.length);
  const file = path.resolve(directory, name === "" || name.endsWith("/") ? `${name}index.html` : name);
  if (!file.startsWith(directory + path.sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

async function answer(request, response, directory, base) {
  if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405).end();
  const file = fileFor(directory, base, request.url.split("?")[0]);
  if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
  const hashed = file.startsWith(path.join(directory, "assets") + path.sep);
  const { bytes, headers } = await encoded(file, request.headers["accept-encoding"]);
  response.writeHead(200, {
    ...HEADERS,
    ...headers,
    "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "content-length": bytes.length,
    "cache-control": hashed ? CACHING.assets : CACHING.others,
  });
  return response.end(request.method === "HEAD" ? undefined : bytes);
}

/**
 * Serves the files of `directory` on this machine only, under the path `base` (begins and ends with "/").
 * Without a port it takes the first free one from 4173 on. Rejects if the given port is taken.
 */
export async function serve({ directory, base = "/", port }) {
  const server = createServer((request, response) => {
    // A file that goes while it is read ends the one connection, not the server.
    answer(request, response, path.resolve(directory), base).catch(() => response.destroy());
  });
  const listen = (number) =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(number, "127.0.0.1", () => resolve(server.off("error", reject)));
    });
  let candidate = port ?? FIRST_PORT;
  for (;;) {
    try {
      await listen(candidate);
      break;
    } catch (error) {
      if (port !== undefined || error.code !== "EADDRINUSE" || candidate > FIRST_PORT + 500) throw error;
      candidate += 1;
    }
  }
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    /** Ends at once: open connections are not waited for. */
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const USAGE = `usage: node scripts/serve.mjs [--directory dist] [--port ${FIRST_PORT}] [--base /]`;

/** The options of the command line; where they are not understood, or help is asked for, says how to write them and ends. */
function readArguments() {
  const options = {
    port: { type: "string" },
    base: { type: "string", default: "/" },
    directory: { type: "string", default: "dist" },
    help: { type: "boolean", short: "h" },
  };
  try {
    const { values } = parseArgs({ options });
    if (!values.help) return values;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(1);
  }
}

if (process.argv[1] === import.meta.filename) {
  const values = readArguments();
  if (!fileFor(path.resolve(values.directory), "/", "/")) {
    console.error(`There is no ${values.directory}/index.html: run \`npm run build\` first.`);
    process.exit(1);
  }
  const { url } = await serve({ ...values, port: values.port && Number(values.port) });
  console.log(`Serving ${values.directory} at ${url}`);
}
