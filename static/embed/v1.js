// <rerate-calculator>: the calculator in a page of yours. See "Embedding" in the
// project's README. Its name and what it does with its attributes stay as they are.
(() => {
  const here = document.currentScript?.src;
  if (!here || customElements.get('rerate-calculator')) return;

  const asked = ['preset', 'theme', 'lock', 'accent', 'radius', 'font', 'density', 'background'];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; position: relative; min-inline-size: 0 }
    :host([hidden]) { display: none }
    iframe { display: block; inline-size: 100%; border: 0 }
    iframe:not(.ready) { position: absolute; inset: 0 0 auto; visibility: hidden; pointer-events: none }
    .ready + slot { display: none }`);

  class Calculator extends HTMLElement {
    static observedAttributes = ['view', 'lang', 'state', ...asked];

    #frame;
    #port;
    #ready = false;
    #watches = false;
    #calls = new Map();
    #waiting = [];
    #number = 0;
    #near;
    #hears = (event) => this.#hear(event);

    connectedCallback() {
      if (!this.shadowRoot) {
        this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
        this.shadowRoot.adoptedStyleSheets = [sheet];
      }
      addEventListener('message', this.#hears);
      this.#near = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#begin(),
        { rootMargin: '600px' },
      );
      this.#near.observe(this);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hears);
      this.#near.disconnect();
      this.#end('disconnected');
    }

    attributeChangedCallback() {
      if (!this.#frame) return;
      this.#end('reloaded');
      this.#begin();
    }

    addEventListener(type, ...rest) {
      super.addEventListener(type, ...rest);
      if (type !== 'rerate-change' || this.#watches) return;
      this.#watches = true;
      if (this.#ready) this.#send('watch', true);
    }

    /** The inputs: a preset and what differs from it. */
    getState() {
      return this.#call('getState');
    }

    /** Puts inputs, such as `getState` gives, in the place of the present ones. */
    setState(state) {
      return this.#call('setState', state);
    }

    /** Sets figures by their keys: texts as a reader types them, numbers, or null for none. */
    setInputs(inputs) {
      return this.#call('setInputs', inputs);
    }

    /** The answers of the sections shown as sentences, and their results as numbers. */
    getResults() {
      return this.#call('getResults');
    }

    /** Back to the inputs that the embed began with. */
    reset() {
      return this.#call('reset');
    }

    /** A chart as SVG text: the first, or the one of this id. */
    exportSvg(chart) {
      return this.#call('exportSvg', chart);
    }

    /** A chart as a PNG file: the first, or the one of this id. */
    exportPng(chart) {
      return this.#call('exportPng', chart);
    }

    #address() {
      const views = (this.getAttribute('view') ?? '').split(/[\s,]+/).filter((view) => /^[a-z-]+$/.test(view));
      const tag = (this.closest('[lang]') ?? document.documentElement).lang.toLowerCase();
      const chinese = /^zh\b.*\b(hant|tw|hk|mo)\b/.test(tag) ? '.zh-hant' : /^zh\b/.test(tag) ? '.zh-hans' : '';
      const address = new URL(`embed${views.length === 1 ? `-${views[0]}` : ''}${chinese}.html`, here);
      if (views.length > 1) address.searchParams.set('view', views);
      for (const name of asked) {
        if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
      }
      address.hash = this.getAttribute('state') ?? '';
      return address;
    }

    #begin() {
      if (this.#frame || !this.isConnected) return;
      const frame = (this.#frame = document.createElement('iframe'));
      frame.title = this.title || 'Rerate';
      frame.allow = 'clipboard-write; web-share; fullscreen';
      frame.referrerPolicy = 'no-referrer';
      frame.sandbox =
        'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';
      frame.src = this.#address();
      this.shadowRoot.prepend(frame);
    }

    #end(error) {
      this.#port?.close();
      this.#frame?.remove();
      this.#frame = this.#port = undefined;
      this.#ready = false;
      this.#waiting = [];
      this.#refuse(error);
    }

    #refuse(error) {
      for (const { reject } of this.#calls.values()) reject(new Error(error));
      this.#calls.clear();
    }

    #hear({ source, data }) {
      if (!source || source !== this.#frame?.contentWindow || data?.rerate !== 1) return;
      const { type, height, error } = data;
      if ((type === 'height' || type === 'ready') && height > 0 && height <= 20_000) {
        this.#frame.style.blockSize = `${Math.ceil(height)}px`;
      }
      if (type === 'ready') this.#connect();
      if (type === 'error') this.#tell('error', { error: String(error).slice(0, 100) });
    }

    #connect() {
      const { port1, port2 } = new MessageChannel();
      // It has come back from a failure, and knows of no call before it.
      if (this.#ready) this.#refuse('restarted');
      this.#port?.close();
      this.#port = port1;
      port1.onmessage = ({ data }) => this.#answer(data);
      const message = { rerate: 1, id: 0, type: 'init', changes: this.#watches };
      this.#frame.contentWindow.postMessage(message, new URL(here).origin, [port2]);
    }

    #answer(data) {
      if (data?.rerate !== 1) return;
      if (data.type === 'ready') {
        this.#frame.classList.add('ready');
        const first = !this.#ready;
        this.#ready = true;
        for (const call of this.#waiting.splice(0)) call();
        if (first) this.#tell('ready', { height: data.height });
      }
      if (data.type === 'change') this.#tell('change', { state: data.state });
      if (data.type !== 'result') return;
      const call = this.#calls.get(data.id);
      this.#calls.delete(data.id);
      if ('error' in data) call?.reject(new Error(String(data.error)));
      else call?.resolve(data.value);
    }

    #call(method, argument) {
      return new Promise((resolve, reject) => {
        const id = (this.#number += 1);
        this.#calls.set(id, { resolve, reject });
        const call = () => this.#send(method, argument, id);
        if (this.#ready) return call();
        this.#waiting.push(call);
        this.#begin();
      });
    }

    #send(method, argument, id = 0) {
      try {
        this.#port.postMessage({ rerate: 1, id, type: 'call', method, argument });
      } catch (error) {
        this.#calls.get(id)?.reject(error);
        this.#calls.delete(id);
      }
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`rerate-${name}`, { detail, bubbles: true, composed: true }));
    }
  }

  customElements.define('rerate-calculator', Calculator);
})();
