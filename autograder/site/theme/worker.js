// Keeps all files of the course, so that it can be read without a server after one visit.
// A server that answers comes first: what it has is never older than what is kept.
// VERSION and FILES stand in front of this when the site is built.
"use strict";
const SCOPE = self.registration.scope;
const PREFIX = `course ${SCOPE} `;
const CACHE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((name) => new Request(name, { cache: "reload" })));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(SCOPE)) return;
  event.respondWith((async () => {
    try {
      return await fetch(event.request);
    } catch (error) {
      const cache = await caches.open(CACHE);
      const name = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
      const kept = await cache.match(new URL(name, url).href);
      if (kept) return kept;
      if (event.request.mode !== "navigate") throw error;
      return (await cache.match(new URL("404.html", SCOPE).href)) ?? Response.error();
    }
  })());
});
