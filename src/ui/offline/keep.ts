import { trustedScript } from "../../engine/client-trusted";
import { keepDigits } from "./digits";
import { watchForVersions } from "./versions";

/**
 * Has the browser keep the site, so that it opens without a network. `data-offline` of the document says how far that is:
 * "ready" once the page and all of its parts are kept, "complete" once the digits are too. Where it cannot be (an insecure
 * address, a sandbox, storage that is refused or full) the page works as before, and says nothing.
 */
export async function keepOffline(): Promise<void> {
  const { dataset } = document.documentElement;
  try {
    const container = navigator.serviceWorker; // in a sandbox this throws
    if (!import.meta.env.PROD || (isInAPage() && !container.controller)) return;
    const script = new URL("sw.js", document.baseURI).href;
    watchForVersions(container, await container.register(trustedScript(script)));
    await container.ready;
    dataset.offline = "ready";
    if (await keepDigits()) dataset.offline = "complete";
  } catch {
    // As said above.
  }
}

/** A course's page with many labs in it is not to fetch the whole site for each reader. */
function isInAPage(): boolean {
  return window.top !== window || new URLSearchParams(location.search).get("embed") === "1";
}
