/** Watches for new versions. Once one has been fetched, the user is told, and decides when it is used. */
export function watchForVersions(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
): void {
  let offered: ServiceWorker | null = null;
  const offer = () => {
    const { waiting } = registration;
    // Without a controller this is the first version, or a page that was loaded around the service worker.
    if (!waiting || waiting === offered || !container.controller) return;
    offered = waiting;
    void import("./offer-version").then(({ offerVersion }) => offerVersion(container, registration));
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
}
