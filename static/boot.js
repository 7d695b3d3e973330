// Starts the calculator, and brings it back when it fails.
//
// This runs while the document is still being read, so that the module is ready
// as soon as the prepared page is there, and takes it over. A panic leaves a Rust
// module half alive: some buttons still answer, others do not, and figures go
// stale without a word. So an exception that leaves the module, whatever it is,
// ends that module: it is never entered again, and a fresh one takes over with
// the reader's inputs.

import {
  bindings as freshBindings,
  module as fetchModule,
  part as fetchPart,
  words as fetchWords,
} from 'parts';

// Markup made from text is refused, unless it is one of the page's own static
// templates. The views are written so that they need none.
const templates = new Set([]);
try {
  globalThis.trustedTypes?.createPolicy('default', {
    createHTML(html) {
      if (templates.has(html)) return html;
      console.error('markup refused:', html);
      return null;
    },
  });
} catch {
  // An extension was first with a policy; the calculator needs none to run.
}

const restartLimit = 2;
const restartWindow = 10_000;

let root; // what the page stands in
let notices; // what says how the calculator is doing
let module; // the compiled module, kept so that a restart need not fetch it
const parts = new Map(); // its further parts, on their way or compiled
const sheets = new Map(); // the words of languages, as far as they were needed
let glue; // the bindings of the module that is alive
let spare; // bindings for the next, if they are there already
let generation = 0; // counts the modules; an older one is dead
let kept = null; // the last workbook that gave a result, as the calculator writes it
let inputs = null; // the same in words
let recovered; // what is to be done once a new module has its inputs back
let restarts = []; // when the last restarts were

/** What the calculator calls, and the page tests. */
globalThis.rerate = {
  /** Keeps a workbook that has just been evaluated without failing. */
  keep(workbook, words) {
    kept = workbook;
    inputs = words;
    recovered?.();
  },
  /** The workbook to begin with after a restart, or null at the first start. */
  kept() {
    return kept;
  },
  /** A part of the module, compiled; fetched once, however often it restarts. */
  async part(name) {
    if (!parts.has(name)) {
      const compiled = fetchPart(name);
      parts.set(name, compiled);
      // One that did not arrive may be asked for again.
      compiled.catch(() => parts.delete(name));
    }
    return parts.get(name);
  },
  /** The words of a language's sheet, if they are here. */
  sheet(language, name) {
    return sheets.get(`${language} ${name}`);
  },
  /** Fetches all words of a language. */
  fetchSheets(language) {
    return Promise.all([fetchSheet(language, 'first'), fetchSheet(language, 'below')]);
  },
  /** Fetches the words of what stands below the first view. */
  fetchBelow() {
    return fetchSheet(document.documentElement.lang, 'below');
  },
  /** Says that the module has panicked; the trap follows. */
  panicked(message) {
    fail(message);
  },
  /** Panics on purpose, to see the page come back. */
  rehearseFailure() {
    setTimeout(() => glue?.rehearse_failure());
  },
};

if (!leaveForEmbed() && !leaveForReadersLanguage()) {
  if (othersAwaited()) document.documentElement.dataset.awaiting = 'yes';
  start().catch(async (error) => {
    // A failure while mounting has already been seen to by the guard.
    if (generation !== 0) return;
    console.error(error);
    delete document.documentElement.dataset.awaiting;
    await documentRead();
    say('unavailable');
  });
}

// How high a section is, the browser only knows once it has been laid out, and so
// not where the next one begins.
addEventListener('hashchange', async () => {
  const section = document.getElementById(location.hash.slice(1));
  for (let frame = 0; section && frame < 3; frame += 1) {
    await new Promise(requestAnimationFrame);
    section.scrollIntoView({ behavior: 'instant' });
  }
});

// What the first view has no need of.
addEventListener('load', () => import('later').catch(console.error));

/** Goes to the document that is made to be embedded, where that is asked for. */
function leaveForEmbed() {
  const { dataset, lang } = document.documentElement;
  const asked = new URLSearchParams(location.search).has('embed');
  if (!asked || dataset.embed || !location.protocol.startsWith('http')) return false;
  const name = lang === 'en' ? 'embed' : `embed.${lang.toLowerCase()}`;
  location.replace(`./${name}.html${location.search}${location.hash}`);
  return true;
}

/**
 * Whether other figures than the prepared ones are to come: those of a link, or
 * of the last visit. The module has them only later, so till then none are shown.
 */
function othersAwaited() {
  if (location.hash.includes('=')) return true;
  try {
    return localStorage.getItem('rerate.work') !== null && !isEmbedded();
  } catch {
    return false;
  }
}

function isEmbedded() {
  return 'embed' in document.documentElement.dataset || window.parent !== window;
}

/**
 * Goes to the document in the reader's language: the one chosen on the page
 * before, otherwise, from the front page, the browser's. Never in an embed, and
 * `?lang=` settles it. True if this document is being left.
 */
function leaveForReadersLanguage() {
  if (new URLSearchParams(location.search).has('lang') || isEmbedded()) return false;
  let chosen = null;
  try {
    chosen = localStorage.getItem('rerate.language');
  } catch {
    // Storage may be shut off; the browser's languages remain.
  }
  const here = document.documentElement.lang;
  const wanted = chosen ?? (here === 'en' ? browserLanguage() : here);
  const others = [...document.querySelectorAll('link[hreflang]')];
  const page = others.find((other) => other.hreflang === wanted);
  if (wanted === here || !page) return false;
  location.replace(page.href + location.search + location.hash);
  return true;
}

/** The first of the browser's languages that the page is written in. */
function browserLanguage() {
  for (const tag of navigator.languages) {
    const [language, ...rest] = tag.toLowerCase().split('-');
    if (language === 'en') return 'en';
    if (language !== 'zh') continue;
    const traditional = rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part));
    return traditional && !rest.includes('hans') ? 'zh-Hant' : 'zh-Hans';
  }
  return 'en';
}

async function start() {
  const words = fetchSheet(document.documentElement.lang, 'first');
  const bindings = freshBindings();
  module = await fetchModule();
  await words;
  const ready = await bindings;
  await documentRead();
  enter(ready, 0);
  // For who measures: once the claim is mounted, the reader can edit.
  setTimeout(() => performance.mark('ready'));
  prepareRestart();
}

/** Waits until all of the document is there. */
async function documentRead() {
  if (document.readyState === 'loading') {
    // In a task of its own: the browser has its own work at the end of reading.
    await new Promise((read) => {
      document.addEventListener('DOMContentLoaded', () => setTimeout(read), { once: true });
    });
  }
  root = document.getElementById('rerate');
  notices = document.getElementById('notices');
}

/** Fetches a sheet of words, once. */
async function fetchSheet(language, name) {
  const key = `${language} ${name}`;
  if (!sheets.has(key)) sheets.set(key, await fetchWords(language, name));
}

/** Has bindings ready once the page has settled: a restart is to be quick. */
function prepareRestart() {
  setTimeout(async () => {
    spare = await freshBindings().catch(() => undefined);
  }, 500);
}

/** Runs the module in its bindings: mounts the page in the place of what stands there. */
function enter(bindings, number) {
  // The bindings offer no other way to hand them guarded exports.
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...given) {
    WebAssembly.Instance = Instance;
    return { exports: guard(new Instance(...given).exports, number) };
  };
  glue = bindings;
  try {
    bindings.initSync({ module });
  } finally {
    WebAssembly.Instance = Instance;
  }
}

/** The exports, such that an exception ends the module and a dead one is not entered. */
function guard(exports, number) {
  const guarded = {};
  const all = { ...exports, call_back: callBack(exports) };
  for (const [name, value] of Object.entries(all)) {
    guarded[name] =
      typeof value !== 'function'
        ? value
        : (...given) => {
            if (number !== generation) return 0;
            try {
              return value(...given);
            } catch (error) {
              if (number === generation) fail(error);
              throw error;
            }
          };
  }
  return guarded;
}

/** Calls a function of the module by its place in the module's table. */
function callBack({ __indirect_function_table: table }) {
  return (index, ...given) => table.get(index)(...given);
}

/** Ends the present module, says so, and starts another. */
function fail(reason) {
  console.error('the calculator failed:', reason);
  generation += 1;
  glue = undefined;
  recovered = undefined;
  root.dataset.stale = '';
  root.ariaBusy = 'true';
  root.inert = true;
  say('stale');
  const now = performance.now();
  restarts = restarts.filter((then) => now - then < restartWindow);
  if (restarts.length >= restartLimit) {
    stop();
    return;
  }
  restarts.push(now);
  restart(generation);
}

async function restart(number) {
  try {
    // Waiting lets the failing module unwind first.
    const bindings = (await spare) ?? (await freshBindings());
    spare = undefined;
    enter(bindings, number);
  } catch (error) {
    if (number === generation) {
      console.error(error);
      stop();
    }
    return;
  }
  if (number !== generation) return;
  prepareRestart();
  recovered = () => {
    recovered = undefined;
    delete root.dataset.stale;
    root.ariaBusy = null;
    root.inert = false;
    say('restarted');
    root.addEventListener('input', () => say(null), { once: true });
  };
  // It keeps the inputs again as soon as it has them.
  if (kept === null) recovered();
}

/** Gives up: nothing on the page could be trusted, so only the inputs remain, to copy. */
function stop() {
  root.replaceChildren();
  say('stopped');
  if (inputs !== null) {
    const copy = document.createElement('textarea');
    copy.readOnly = true;
    copy.rows = 6;
    copy.value = inputs;
    copy.ariaLabel = words('inputs').textContent;
    copy.addEventListener('focus', () => copy.select());
    notices.append(copy);
  }
  const reload = document.createElement('button');
  reload.type = 'button';
  reload.textContent = words('reload').textContent;
  reload.addEventListener('click', () => location.reload());
  notices.append(reload);
}

/** Shows one notice, in the page's language, or none. */
function say(notice) {
  for (const other of notices.querySelectorAll('[data-notice]')) other.hidden = true;
  if (notice) words(notice).hidden = false;
}

function words(notice) {
  const all = [...notices.querySelectorAll(`[data-notice="${notice}"]`)];
  return all.find((one) => one.lang === document.documentElement.lang) ?? all[0];
}
