import { TAKE_OVER, type Listing } from "../listing";
import { Precache } from "../precache";

/*
 * The service worker: keeps the whole site, so that it opens without a network. A new version waits until no page of the
 * old one is open, or until the user says “Use it now”.
 */

declare const self: ServiceWorkerGlobalScope;
/** Written by the build: scripts/offline. */
declare const FILES: Listing;

const precache = new Precache(self.registration.scope, FILES, {
  caches: self.caches,
  fetch: (input, options) => self.fetch(input, options),
});

/** The page that asked for this version, and will reload. */
let successor: string | undefined;

/** Pages of an old version that stay open keep its files until the next change of version. */
async function begin(): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.every(({ id }) => id === successor)) await precache.tidy();
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(precache.fill()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));

self.addEventListener("fetch", (event) => {
  const answer = precache.answer(event.request);
  if (answer) event.respondWith(answer);
});

self.addEventListener("message", (event) => {
  if (event.data !== TAKE_OVER) return;
  if (event.source instanceof Client) successor = event.source.id;
  event.waitUntil(self.skipWaiting());
});
