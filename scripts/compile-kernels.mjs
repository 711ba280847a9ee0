import "./node-version.mjs";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import asc from "assemblyscript/asc";
import { root } from "./install.mjs";

/*
 * Compiles src/nn/simd/assembly to WebAssembly, into src/nn/simd/kernels-wasm.ts: a test compiles it again and
 * compares, so that what runs is what is read.
 */
const FOLDER = path.join(root, "src/nn/simd");

/** The text of kernels-wasm.ts. Throws what the compiler says if it refuses. */
export async function compiledKernels() {
  let binary = null;
  let complaint = "";
  const { error } = await asc.main(
    [
      "assembly/index.ts",
      `--baseDir=${FOLDER}`,
      "--outFile=kernels.wasm",
      "--runtime=stub",
      "--enable=simd",
      "--importMemory",
      "--noAssert",
      "-O3",
      "--converge",
    ],
    {
      writeFile: (name, contents) => name.endsWith(".wasm") && (binary = contents),
      stderr: { write: (text) => (complaint += text) },
    },
  );
  if (error || !binary) throw new Error(`${error?.message ?? "nothing was compiled"}\n${complaint}`);
  const base64 = Buffer.from(binary).toString("base64");
  return `// Compiled from assembly/ by scripts/compile-kernels.mjs.\nexport const KERNELS =\n  "${base64}";\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(path.join(FOLDER, "kernels-wasm.ts"), await compiledKernels());
}
