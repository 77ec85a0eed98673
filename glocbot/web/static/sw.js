// Keeps the page's shell, so that it opens without a network; and sends of shared photos only their
// beginnings. Results, tiles and what the wiki says are never kept.
/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** What the server puts before this script. */
const { version, kept } = /** @type {{ SETTINGS: { version: string, kept: string[] } }} */ (
  /** @type {unknown} */ (self)
).SETTINGS;
const SHELL = `shell-${version}`;
const HEAD = 256 * 1024;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(SHELL).then((cache) => cache.addAll(["/", ...kept])).then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) =>
    Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name)))
  );
  event.waitUntil(old.then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (request.method === "POST" && pathname === "/share") event.respondWith(shared(request));
  else if (request.method !== "GET") return;
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(event));
  else if (pathname === "/" && request.mode === "navigate") event.respondWith(page(event));
});

/**
 * An asset's address changes when it does, so what is kept is right.
 * @param {FetchEvent} event
 */
async function asset(event) {
  const cache = await caches.open(SHELL);
  const known = await cache.match(event.request);
  if (known) return known;
  const fresh = await fetch(event.request);
  if (fresh.ok) event.waitUntil(cache.put(event.request, fresh.clone()));
  return fresh;
}

/**
 * The page itself, from the network where there is one. A page with a position in it is not kept.
 * @param {FetchEvent} event
 */
async function page(event) {
  try {
    const fresh = await fetch(event.request);
    const plain = new URL(event.request.url).search === "";
    const copy = fresh.clone();
    if (fresh.ok && plain) event.waitUntil(caches.open(SHELL).then((cache) => cache.put("/", copy)));
    return fresh;
  } catch {
    return shell();
  }
}

/** The page as it was kept, with its notice that there is no network. */
async function shell() {
  const known = await caches.match("/");
  if (!known) return Response.error();
  const text = (await known.text()).replace(/(<p id="offline"[^>]*?) hidden>/, "$1>");
  return new Response(text, { headers: known.headers });
}

/**
 * What another app shares: of photos only the beginnings are sent; offline, a text is kept for later.
 * @param {Request} request
 */
async function shared(request) {
  const given = await request.formData();
  const fields = new FormData();
  for (const [name, value] of given) {
    if (value instanceof File) fields.append(name, value.slice(0, HEAD), value.name);
    else fields.append(name, value);
  }
  try {
    return await fetch("/share", { method: "POST", body: fields });
  } catch {
    const text = ["title", "text", "url"].map((name) => given.get(name)).filter(Boolean).join("\n");
    return Response.redirect(`/?q=${encodeURIComponent(text)}`, 303);
  }
}
