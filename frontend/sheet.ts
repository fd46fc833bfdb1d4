/* The sheet of shortcuts, made of what is active on the screen at this moment; every word comes from the page. */

export interface Entry {
  keys: string;
  words: string;
}

/** The key that goes with another one, as it is written on this keyboard. */
export const MOD = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl';

/** Shows it in a dialog of the browser itself, which keeps the focus inside and closes on Esc. */
export function showSheet(host: HTMLElement, entries: Entry[]): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'kp-sheet';
  const title = document.createElement('h2');
  title.id = 'kp-sheet-title';
  title.textContent = host.dataset.title ?? '';
  dialog.setAttribute('aria-labelledby', title.id);
  const list = document.createElement('dl');
  for (const entry of entries) {
    const row = document.createElement('div');
    const words = document.createElement('dd');
    words.textContent = entry.words;
    row.append(keys(entry.keys), words);
    list.append(row);
  }
  const note = document.createElement('p');
  note.className = 'kp-quiet';
  note.textContent = (host.dataset.single === 'off' ? host.dataset.off : host.dataset.on) ?? '';
  const close = document.createElement('vaadin-button');
  close.textContent = host.dataset.close ?? '';
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(title, list, note, close);
  host.append(dialog);
  dialog.showModal();
}

function keys(combination: string): HTMLElement {
  const term = document.createElement('dt');
  for (const key of combination.split(/[ +]/)) {
    const cap = document.createElement('kbd');
    cap.textContent = key === 'mod' ? MOD : (key.length === 1 ? key.toUpperCase() : key);
    term.append(cap, ' ');
  }
  return term;
}
