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
  else if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (pathname === "/" && request.mode === "navigate") event.respondWith(page(request));
});

/**
 * An asset's address changes when it does, so what is kept is right.
 * @param {Request} request
 */
async function asset(request) {
  const cache = await caches.open(SHELL);
  const known = await cache.match(request);
  if (known) return known;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

/**
 * The page itself, from the network where there is one. A page with a position in it is not kept.
 * @param {Request} request
 */
async function page(request) {
  try {
    const fresh = await fetch(request);
    const plain = new URL(request.url).search === "";
    if (fresh.ok && plain) await (await caches.open(SHELL)).put("/", fresh.clone());
    return fresh;
  } catch {
    return (await caches.match("/")) ?? Response.error();
  }
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
