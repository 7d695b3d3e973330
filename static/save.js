// Saves the calculator as one file that needs nothing else, with the reader's
// numbers in it.

import { oneFile } from 'parts';

/** What the calculator calls: a promise that the file is on its way to the reader. */
globalThis.rerate.savePage = async (workbook) => {
  const held = document.createElement('meta');
  held.name = 'rerate-workbook';
  held.content = workbook;
  const link = document.createElement('a');
  const file = new Blob([await oneFile(page(), held)], { type: 'text/html' });
  link.href = URL.createObjectURL(file);
  link.download = 'rerate.html';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** The page as it stands, to be read before the calculator in the file starts. */
function page() {
  const root = document.getElementById('rerate');
  const copy = root.cloneNode(true);
  const lists = root.querySelectorAll('select');
  copy.querySelectorAll('select').forEach((list, index) => {
    for (const option of list.options) {
      option.toggleAttribute('selected', option.index === lists[index].selectedIndex);
    }
  });
  for (const field of copy.querySelectorAll('input:not([type="file"])')) {
    field.setAttribute('value', field.value);
    field.toggleAttribute('checked', field.checked);
  }
  // The file's policy takes none from markup, and the calculator sets its own.
  for (const styled of copy.querySelectorAll('[style]')) styled.removeAttribute('style');
  return copy;
}
