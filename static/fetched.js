// The calculator's parts, from the files beside this script.

let copies = 0; // counts the copies of the bindings

/** The module, compiled. */
export function module() {
  return compile(moduleAddress());
}

/** A further part of the module, compiled. */
export function part(name) {
  return compile(new URL(name, import.meta.url));
}

/** What a language says, in one of its sheets. */
export async function words(language, sheet) {
  const { dataset } = document.querySelector(`link[hreflang="${language}"]`);
  return (await found(dataset[sheet])).text();
}

/**
 * The module's bindings, in a copy of their own: a fragment makes another entry
 * in the browser's list of modules without being another file to fetch.
 */
export function bindings() {
  const address = document.querySelector('link[rel="modulepreload"]').href;
  copies += 1;
  return import(copies === 1 ? address : `${address}#${copies}`);
}

/** A document that holds all of the calculator, this page and its workbook. */
export async function oneFile(page, workbook) {
  const text = async (address) => (await found(address)).text();
  const styles = document.querySelectorAll('link[rel="stylesheet"]');
  const [frame, style, first, below] = await Promise.all([
    text(new URL('./one-file.txt', import.meta.url)),
    Promise.all(Array.from(styles, ({ href }) => text(href))).then((parts) => parts.join('')),
    base64(moduleAddress()),
    base64(new URL('./below.wasm', import.meta.url)),
  ]);
  const sheets = [];
  for (const { hreflang: language } of document.querySelectorAll('link[hreflang]')) {
    for (const sheet of ['first', 'below']) {
      const id = `words.${language}.${sheet}`;
      const said = await words(language, sheet);
      sheets.push(`<script type="text/plain" id="${id}">${said}</script>\n`);
    }
  }
  const html = document.documentElement.cloneNode();
  const title = document.createElement('title');
  title.textContent = document.title;
  const holes = {
    html: html.outerHTML.slice(0, html.outerHTML.indexOf('>') + 1),
    title: title.outerHTML,
    workbook: workbook.outerHTML,
    page: page.outerHTML,
    style,
    first,
    below,
    sheets: sheets.join(''),
  };
  const pieces = frame.split(/%%(\w+)%%/);
  return pieces.map((piece, index) => (index % 2 ? holes[piece] : piece)).join('');
}

function moduleAddress() {
  return document.querySelector('link[type="application/wasm"]').href;
}

async function found(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

async function compile(address) {
  const response = await found(address);
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

async function base64(address) {
  const content = await (await found(address)).blob();
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(content);
  });
}
