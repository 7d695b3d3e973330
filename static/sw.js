// Keeps one version of the calculator at hand for when there is no network:
// whole or not at all.
//
// The build puts the list of the files and their hashes here, so that another
// version of any file is another worker. It waits until the reader accepts it,
// or has closed every page of the version before.

const files = FILES; // by name: its hash

const own = `rerate ${registration.scope} `;
const current = own + VERSION;
const addresses = new Map(
  Object.entries(files).map(([name, hash]) => [new URL(name, registration.scope).href, hash]),
);

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', ({ data }) => {
  if (data === 'accept') skipWaiting();
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.mode === 'navigate' ? shell(request.url) : request.url;
  if (request.method !== 'GET' || !address.startsWith(registration.scope)) return;
  if (request.mode !== 'navigate') event.respondWith(answer(address, request));
  else if (addresses.has(address)) {
    event.respondWith(answer(address, request));
    event.waitUntil(tidy());
  }
});

/** Fetches every file of this version, or keeps none. */
async function install() {
  const cache = await caches.open(current);
  const kept = [...addresses].map(([address, hash]) => keep(cache, address, hash));
  const failed = (await Promise.allSettled(kept)).find(({ reason }) => reason);
  if (!failed) return;
  await caches.delete(current);
  throw failed.reason;
}

async function keep(cache, address, integrity) {
  const response = await fetch(address, {
    integrity,
    cache: 'no-cache',
    mode: 'same-origin',
    redirect: 'error',
  });
  if (response.status !== 200 || response.type !== 'basic') {
    throw new Error(`${response.status} for ${address}`);
  }
  await cache.put(address, response);
}

async function activate() {
  await clients.claim();
  await tidy();
}

/** Drops older versions once no page can stand on one. */
async function tidy() {
  // A newer one is on its way, and its files are none of this one's business.
  if (registration.installing || registration.waiting) return;
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.filter(({ url }) => url.startsWith(registration.scope)).length > 1) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(own) && name !== current) await caches.delete(name);
  }
}

/** The document that a reader who goes to an address is to see. */
function shell(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, '/');
}

/** A file of this version; of an older one for a page that stands on it. */
async function answer(address, request) {
  try {
    const kept =
      (await caches.match(address, { cacheName: current })) ?? (await caches.match(address));
    if (kept) return kept;
  } catch {
    // The browser's storage fails; there is the network.
  }
  return fetch(request);
}
