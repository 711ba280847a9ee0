import { words } from "../../messages/offline";
import { TAKE_OVER } from "../../offline/listing";
import { notify } from "../notify";

/** Tells that a new version is ready. Only when the user says so does it take over, and the page, once saved, reload. */
export function offerVersion(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
): void {
  const run = () => {
    const { waiting } = registration;
    // Another tab may have said so first.
    if (!waiting) return location.reload();
    container.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage(TAKE_OVER);
  };
  notify({ kind: "info", says: words.newVersion, action: { label: words.useIt, run } });
}
