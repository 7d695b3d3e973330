// What an embedded calculator has to do with the page around it. It stands at
// the head of the embed documents, before anything is painted, and in no other.
//
// It dresses the document as the address asks, tells the page around it how high
// it is, and passes on the calls that come over a port which that page has handed
// in. What the page around it says is checked here for its shape and size, and in
// the calculator for what it means. Nothing of it becomes markup, is stored, or
// moves the page around.

(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const host = window.parent === window ? null : window.parent;

  const longest = 65_536; // characters of a call's argument
  const callsAtOnce = 100; // calls answered within a tenth of a second
  const growthsAtOnce = 30; // times the height grows without the reader's doing

  dress();

  /** Has the document show what the address asks for, in the colours it asks for. */
  function dress() {
    const sections = root.dataset.embed.split(' ');
    const asked = (query.get('view') ?? '').split(',').filter((key) => sections.includes(key));
    if (asked.length && !root.dataset.view) root.dataset.view = asked.join(' ');
    const lock = (query.get('lock') ?? '').split(',').filter((key) => /^[a-z0-9.-]+$/.test(key));
    if (lock.length) root.dataset.lock = lock.join(',');
    for (const [name, words] of [
      ['theme', ['light', 'dark']],
      ['font', ['sans', 'serif']],
      ['density', ['compact']],
    ]) {
      if (words.includes(query.get(name))) root.dataset[`frame${capital(name)}`] = query.get(name);
    }
    for (const name of ['accent', 'background']) {
      const colour = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(query.get(name) ?? '')?.[1];
      if (!colour) continue;
      root.dataset[`frame${capital(name)}`] = '';
      root.style.setProperty(`--frame-${name}`, `#${colour}`);
    }
    if (query.get('background') === 'transparent') root.dataset.frameBackground = 'none';
    const radius = Number(query.get('radius') ?? NaN);
    if (radius >= 0 && radius <= 16) root.style.setProperty('--frame-radius', `${radius}px`);
    // What was prepared are the first preset's figures. Others are waited for.
    const preset = query.get('preset') ?? '';
    if (/^[a-z0-9-]+$/.test(preset)) root.dataset.preset = preset;
    if ((root.dataset.preset ?? root.dataset.prepared) !== root.dataset.prepared || location.hash.includes('=')) {
      root.dataset.awaited = '';
    }
  }

  function capital(word) {
    return word[0].toUpperCase() + word.slice(1);
  }

  function tell(message) {
    host?.postMessage({ rerate: 1, ...message }, '*');
  }

  // The height.

  let told = 0;
  let width = 0;
  let growths = 0;

  /** Tells the page around how high this one is, once it differs by two pixels. */
  function measure() {
    const wrapper = document.getElementById('rerate');
    const height = Math.ceil(wrapper?.getBoundingClientRect().height ?? 0);
    // Nothing has a height where it is not shown.
    if (!height || !innerWidth) return;
    if (innerWidth !== width) growths = 0;
    width = innerWidth;
    if (Math.abs(height - told) < 2) return;
    // A host that answers a height with more room must not be led on for ever.
    if (height > told && (growths += 1) > growthsAtOnce) return;
    told = height;
    tell({ type: 'height', height });
    host?.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
    host?.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height }), '*');
  }

  addEventListener('DOMContentLoaded', () => {
    measure();
    let waits = false;
    new ResizeObserver(() => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        measure();
      });
    }).observe(document.getElementById('rerate'));
    for (const event of ['keydown', 'pointerdown', 'input']) {
      addEventListener(event, () => (growths = 0), { capture: true, passive: true });
    }
    watchNotices();
    keepLocks();
  });
  addEventListener('load', measure);

  /** Passes on that the calculator could not start, or has given up. */
  function watchNotices() {
    const notices = document.getElementById('notices');
    let last = null;
    new MutationObserver(() => {
      const shown = notices.querySelector('[data-notice]:not([hidden])')?.dataset.notice ?? null;
      if (shown !== last && ['unavailable', 'stopped'].includes(shown)) {
        root.removeAttribute('data-awaited');
        tell({ type: 'error', error: shown });
      }
      last = shown;
    }).observe(notices, { subtree: true, attributes: true, attributeFilter: ['hidden'] });
  }

  // Calls.

  let answer = null; // what the calculator answers with, once it works
  let port = null;
  let changes = false; // whether the host has asked to be told of them
  let changed = false;
  const open = new Map(); // calls that wait for their answer
  let calls = 0;

  addEventListener('message', ({ source, data, ports }) => {
    if (!host || source !== host || data?.rerate !== 1) return;
    if (data.type !== 'init' || ports.length !== 1) return;
    port?.close();
    port = ports[0];
    changes = data.changes === true;
    open.clear();
    port.onmessage = called;
    if (answer) port.postMessage({ rerate: 1, type: 'ready', height: told });
  });

  function called({ data }) {
    if (data?.rerate !== 1 || data.type !== 'call') return;
    const { id, method, argument } = data;
    if (!(typeof id === 'string' ? id.length <= 64 : Number.isFinite(id)) || typeof method !== 'string') return;
    const replyTo = port;
    const say = (rest) => replyTo.postMessage({ rerate: 1, id, type: 'result', ...rest });
    if (calls === 0) setTimeout(() => (calls = 0), 100);
    calls += 1;
    if (calls > callsAtOnce) return say({ error: 'busy' });
    if (!answer) return say({ error: 'not-ready' });
    if (method === 'watch') {
      changes = argument === true;
      return say({ value: changes });
    }
    const isPicture = method === 'exportSvg' || method === 'exportPng';
    let text;
    try {
      text = written(isPicture ? (argument ?? firstChart()) : argument);
      if (method === 'setInputs') text = JSON.stringify(toldApart(argument));
    } catch (error) {
      return say({ error: error.message });
    }
    const token = {};
    open.set(token, say);
    answer(method, text, (done, value) => {
      if (!open.delete(token)) return;
      if (!done) say({ error: value });
      else if (method === 'getResults') setTimeout(() => say({ value: results() }));
      else say({ value: isPicture ? value : JSON.parse(value) });
    });
  }

  /** What the sections shown say, and each of their results in all its digits. */
  function results() {
    const told = { answers: {}, results: {} };
    for (const key of (root.dataset.view ?? root.dataset.embed).split(' ')) {
      told.answers[key] = document.getElementById(`${key}.answer`).textContent;
      for (const figure of document.getElementById(key).querySelectorAll('[data-value]')) {
        const value = Number(figure.dataset.value);
        const named = figure.id ? figure : figure.querySelector('[id]');
        if (named) told.results[named.id] = value;
        else (told.results[figure.closest('[id]').id] ??= []).push(value);
      }
    }
    return told;
  }

  function firstChart() {
    const drawings = [...document.querySelectorAll('figure.chart')];
    return drawings.find((drawing) => drawing.getBoundingClientRect().width > 0)?.id;
  }

  /** Figures by their keys, each as a text, a number or nothing. */
  function toldApart(figures) {
    if (typeof figures !== 'object' || figures === null || Array.isArray(figures)) throw new Error('malformed');
    const kind = (value) => (typeof value === 'number' ? { number: value } : value === null ? {} : { text: value });
    return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, kind(value)]));
  }

  /** A value as JSON: plain, finite and within its length, or an error. */
  function written(value = null) {
    let left = longest;
    const weigh = (part, depth) => {
      left -= typeof part === 'string' ? part.length + 2 : 2;
      if (left < 0) throw new Error('too-large');
      if (part === null || typeof part === 'boolean' || typeof part === 'string') return;
      if (typeof part === 'number' && Number.isFinite(part)) return;
      const isList = Array.isArray(part);
      const isPlain = typeof part === 'object' && Object.getPrototypeOf(part) === Object.prototype;
      if (depth > 16 || !(isList || isPlain)) throw new Error('malformed');
      if (isList) {
        for (let at = 0; at < part.length; at += 1) weigh(part[at], depth + 1);
        return;
      }
      for (const key in part) {
        left -= key.length + 2;
        weigh(part[key], depth + 1);
      }
    };
    weigh(value, 0);
    return JSON.stringify(value);
  }

  /** What the calculator calls. */
  globalThis.rerateFrame = {
    /** It works, and answers calls with this; after a restart once more. */
    serve(given) {
      for (const say of open.values()) say({ error: 'restarted' });
      open.clear();
      answer = given;
      root.removeAttribute('data-awaited');
      measure();
      tell({ type: 'ready', height: told });
      port?.postMessage({ rerate: 1, type: 'ready', height: told });
    },
    /** The workbook has changed. */
    changed() {
      if (changed || !changes || !port) return;
      changed = true;
      setTimeout(() => {
        changed = false;
        answer('getState', 'null', (done, value) => {
          if (done && changes) port?.postMessage({ rerate: 1, type: 'change', state: JSON.parse(value) });
        });
      }, 16);
    },
  };

  // Locks. The calculator refuses to change what is locked; here it is shown.

  function keepLocks() {
    const keys = (root.dataset.lock ?? '').split(',').filter(Boolean);
    if (!keys.length) return;
    const why = document.querySelector('[data-notice="locked"]').textContent;
    const show = () => {
      for (const key of keys) {
        const element = document.getElementById(key);
        if (element?.matches('section')) {
          explain(element.querySelector('.answer'), key, why);
          for (const control of element.querySelectorAll('input, select, button')) fix(control);
        } else if (element) {
          const field = element.closest('.field');
          explain(field?.querySelector('.entry'), key, why);
          element.setAttribute('aria-describedby', `${key}.fixed`);
          fix(element);
          field?.parentElement.querySelector(':scope > .solve')?.setAttribute('hidden', '');
        }
      }
    };
    show();
    new MutationObserver(show).observe(document.getElementById('rerate'), { childList: true, subtree: true });
    // A field that cannot be typed into is not stepped through either.
    addEventListener(
      'keydown',
      (event) => {
        if (event.target.readOnly && event.key !== 'Tab') event.stopPropagation();
      },
      { capture: true },
    );
  }

  function explain(place, key, why) {
    const id = `${key}.fixed`;
    if (!place || document.getElementById(id)) return;
    const line = document.createElement('p');
    line.id = id;
    line.className = 'fixed';
    line.textContent = why;
    place.after(line);
  }

  /** Leaves a control to be read only; what takes something along goes on working. */
  function fix(control) {
    if (control.closest('.copier, .figures, .method') || /\.(csv|json)$/.test(control.id)) return;
    if (control.matches('input[type="text"]')) control.readOnly = true;
    else if (!control.disabled) control.disabled = true;
  }
})();
