// Has the calculator work without a network: registers the worker that keeps
// its files (sw.js), and offers a new version when there is one. The page stays
// with the version that it has until the reader accepts another.

import './save.js';

const words = WORDS; // each language's, put here by the build

const checkEvery = 60 * 60 * 1000;
const notice = document.createElement('p');

// An embed is its host's, and a file has no worker.
const isEmbed =
  window.parent !== window || 'embed' in document.documentElement.dataset;
if (!isEmbed && location.protocol.startsWith('http')) {
  notice.role = 'status';
  notice.hidden = true;
  document.getElementById('notices').append(notice);
  describe();
  keep().catch((error) => console.warn('it will not work offline:', error));
}

/** Links what an installed calculator is called and looks like. */
function describe() {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = `./${document.documentElement.lang.toLowerCase()}.webmanifest`;
  document.head.append(link);
}

async function keep() {
  // A browser may deny the worker, in a private window for instance.
  if (!navigator.serviceWorker) return;
  const address = new URL('./sw.js', import.meta.url).href;
  const policy = globalThis.trustedTypes?.createPolicy('offline', {
    createScriptURL: (url) => (url === address ? url : null),
  });
  const registration = await navigator.serviceWorker.register(
    policy?.createScriptURL(address) ?? address,
    { updateViaCache: 'none' },
  );
  const look = () => registration.update().catch(() => {}); // no network: later, then
  if (registration.waiting) offer(registration);
  if (registration.installing) follow(registration);
  registration.addEventListener('updatefound', () => follow(registration));
  document.addEventListener('visibilitychange', () => document.hidden || look());
  setInterval(look, checkEvery);
  if (registration.active) look();
}

/** Follows a worker from its arrival on. */
function follow(registration) {
  const worker = registration.installing;
  const isFirst = !registration.active;
  worker.addEventListener('statechange', () => {
    if (isFirst && worker.state === 'activated') sayReady();
    if (!isFirst && worker.state === 'installed') offer(registration);
  });
}

/**
 * Says once that the calculator is kept, until the reader goes on. Not as soon
 * as a pointer is down: what moves with the notice would be gone from under it.
 */
function sayReady() {
  say('ready');
  const done = () => (notice.hidden = true);
  for (const event of ['click', 'keydown']) addEventListener(event, done, { once: true });
  setTimeout(done, 10_000);
}

function offer(registration) {
  say('update', ['reload', () => accept(registration)], ['later', () => (notice.hidden = true)]);
}

/** Has the new version take over, then loads it. */
function accept({ waiting }) {
  if (!waiting) {
    location.reload();
    return;
  }
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
  waiting.postMessage('accept');
}

function say(word, ...answers) {
  const said = words[document.documentElement.lang] ?? words.en;
  notice.replaceChildren(said[word]);
  for (const [name, answer] of answers) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = said[name];
    button.addEventListener('click', answer);
    notice.append(' ', button);
  }
  notice.hidden = false;
}
