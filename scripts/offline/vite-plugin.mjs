import { writeServiceWorker } from "./service-worker.mjs";

/** Adds the service worker to the built site, once all of its other files are written. */
export const offline = {
  name: "offline",
  apply: "build",
  async writeBundle({ dir }) {
    await writeServiceWorker(dir);
  },
};
