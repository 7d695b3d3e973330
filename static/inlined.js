// The calculator's parts, from the document itself: it is one file.

/** The module, compiled. */
export function module() {
  return compile('first');
}

/** A further part of the module, compiled; there is but one. */
export function part() {
  return compile('below');
}

/** What a language says, in one of its sheets. */
export async function words(language, sheet) {
  return document.getElementById(`words.${language}.${sheet}`).textContent;
}

/** The module's bindings, in a copy of their own; the build puts them above. */
export async function bindings() {
  return makeBindings();
}

/** A document that holds all of the calculator, this page and its workbook. */
export async function oneFile(page, workbook) {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelector('#rerate').replaceWith(page);
  copy.querySelector('meta[name="rerate-workbook"]').replaceWith(workbook);
  for (const notice of copy.querySelectorAll('[data-notice]')) notice.hidden = true;
  return `<!doctype html>${copy.outerHTML}`;
}

async function compile(id) {
  const bytes = atob(document.getElementById(`wasm.${id}`).textContent);
  return WebAssembly.compile(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
