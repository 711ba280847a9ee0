import { createReadStream, readFileSync } from "node:fs";
import path from "node:path";
import { prepareDigits } from "./prepare.mjs";

/** Puts the shards of MNIST into `digits/` of the build, and serves them there while developing. */
export const digits = {
  name: "digits",
  // Here, not later, so that a build without them fails at once.
  buildStart() {
    prepareDigits();
  },
  generateBundle() {
    const { folder, files } = prepareDigits();
    for (const name of files) {
      const source = readFileSync(path.join(folder, name));
      this.emitFile({ type: "asset", fileName: `digits/${name}`, source });
    }
  },
  configureServer({ middlewares }) {
    const { folder, files } = prepareDigits();
    middlewares.use("/digits", (request, response, next) => {
      const name = files.find((file) => request.url.split("?")[0] === `/${file}`);
      if (!name) return next();
      response.setHeader("content-type", "application/octet-stream");
      return createReadStream(path.join(folder, name)).pipe(response);
    });
  },
};
