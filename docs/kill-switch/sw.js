// In the place of sw.js, this takes the calculator's worker and all that it has
// kept away from every browser that comes by. Open pages stay as they are.

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(end()));

async function end() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`rerate ${registration.scope} `)) await caches.delete(name);
  }
  await registration.unregister();
}
