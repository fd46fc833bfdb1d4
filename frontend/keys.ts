/*
 * The keyboard of the whole product: one listener, and no round trip per key. A screen opts in by attributes:
 *   data-kp-key    the key of this control: "e", "/", "[", "g l" (one after the other), "mod+s" (Ctrl or Command)
 *   data-kp-words  what it does, for the sheet of shortcuts
 *   data-kp-rows   on a list: its rows are walked with J and K; every Vaadin grid is
 *   data-kp-open   in a row: what Enter opens, where it is not the first link or button
 * A field gets the focus, everything else is clicked. Single keys do nothing while somebody types, while a dialog is open,
 * with a modifier, or when they are switched off (data-single="off" on the element kp-keys).
 */
import { focusedRow, opensRow, rowsInSight, step } from './rows';
import { type Entry, MOD, showSheet } from './sheet';

const TYPING = 'input, textarea, select, [contenteditable], vaadin-select, [role=listbox], [role=menu]';
const DIALOGS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], dialog[open]';
const SEQUENCE_MS = 1500;
const HELD_MS = 1000;
const CATCH_MS = 5000;

type Field = HTMLElement & { inputElement?: HTMLInputElement };

class Keys extends HTMLElement {
  private begun = '';
  private begunAt = 0;
  private caught: string | undefined;
  private entered = false;
  private lastTouch = 0;

  connectedCallback(): void {
    window.addEventListener('keydown', this.pressed, true);
    window.addEventListener('pointerdown', this.touched, true);
    window.addEventListener('focusin', this.focused);
    this.addEventListener('click', this.clicked);
    document.querySelectorAll('.kp-mod').forEach((mod) => (mod.textContent = MOD));
  }

  disconnectedCallback(): void {
    window.removeEventListener('keydown', this.pressed, true);
    window.removeEventListener('pointerdown', this.touched, true);
    window.removeEventListener('focusin', this.focused);
    this.removeEventListener('click', this.clicked);
  }

  /** Shows the sheet of shortcuts, once what closes at the same moment is closed. */
  open(): void {
    setTimeout(() => showSheet(this, this.entries()));
  }

  private clicked = (event: Event): void => {
    if (event.target === this) {
      this.open();
    }
  };

  /** Copies the present address; answers whether that worked. */
  async copyLink(): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(location.href);
      return true;
    } catch {
      // an address without https has no clipboard, but still this
      const text = document.createElement('textarea');
      text.value = location.href;
      text.style.position = 'fixed';
      document.body.append(text);
      text.select();
      const copied = document.execCommand('copy');
      text.remove();
      return copied;
    }
  }

  /**
   * Keeps the focus on the control with that id, whichever element that is by then, until the user does something: a
   * control that is replaced drops it to the top of the page, and a list or dialog that closes gives it back late. Where
   * the focus is elsewhere it is left there, unless `firmly` says that it belongs here.
   */
  stay(id: string, firmly: boolean): void {
    const start = performance.now();
    const look = () => {
      const control = document.getElementById(id);
      const dialog = topDialog();
      const lost = firmly ? !control?.contains(document.activeElement) : document.activeElement === document.body;
      if (lost && (!dialog || dialog.contains(control))) {
        control?.focus();
      }
      if (performance.now() - start < HELD_MS && this.lastTouch < start) {
        requestAnimationFrame(look);
      }
    };
    setTimeout(look);
  }

  private touched = (): void => {
    this.lastTouch = performance.now();
  };

  private pressed = (event: KeyboardEvent): void => {
    this.touched();
    if (event.isComposing || event.key === 'Process') {
      return;
    }
    const printable = event.key.length === 1;
    const chosen = event.getModifierState('AltGraph'); // on many keyboards [ and ] are typed with it
    const modified = !chosen && (event.ctrlKey || event.metaKey || event.altKey);
    if (this.caught !== undefined && !modified && (printable || event.key === 'Enter')) {
      this.caught += printable ? event.key : '';
      this.entered ||= !printable;
      stop(event);
    } else if (!chosen && (event.ctrlKey || event.metaKey)) {
      if (printable && !event.altKey && !event.shiftKey) {
        this.combined(event);
      }
    } else if (!modified && this.dataset.single !== 'off' && !typing(event) && !topDialog()) {
      this.single(event, printable);
    }
  };

  private combined(event: KeyboardEvent): void {
    const key = 'mod+' + event.key.toLowerCase();
    // a field undoes its own text
    const control = key === 'mod+z' && typing(event) ? undefined : this.control(key);
    if (!control) {
      return;
    }
    stop(event);
    const active = document.activeElement as HTMLElement | null;
    if (key === 'mod+s' && active?.closest(DIALOGS + ', vaadin-form-layout, form, .kp-form')) {
      // what is being typed counts
      active.blur();
      active.focus();
    }
    if (control.hasAttribute('data-kp-catch')) {
      this.caught = '';
      this.entered = false;
      setTimeout(() => (this.caught = undefined), CATCH_MS);
    }
    activate(control);
  }

  private single(event: KeyboardEvent, printable: boolean): void {
    const letter = /^\p{L}$/u.test(event.key);
    if (letter && event.shiftKey) {
      return;
    }
    const key = printable ? event.key.toLowerCase() : event.key;
    const second = this.begun && performance.now() - this.begunAt < SEQUENCE_MS ? this.begun + ' ' + key : '';
    this.begun = '';
    const control = this.control(second || key);
    const rows = rowsInSight(document);
    if (control && !event.repeat) {
      stop(event);
      activate(control);
    } else if (second) {
      stop(event);
    } else if ((key === 'j' || key === 'k') && rows) {
      stop(event);
      step(rows, key === 'j' ? 1 : -1);
    } else if (key === 'Enter' && opensRow()) {
      stop(event);
      opensRow()?.click();
    } else if (printable && document.querySelector(`[data-kp-key^="${CSS.escape(key)} "]`)) {
      this.begun = key;
      this.begunAt = performance.now();
    }
  }

  /** What was typed while the field was on its way goes into it. */
  private focused = (event: Event): void => {
    const field = event.target;
    if (this.caught !== undefined && field instanceof HTMLInputElement && field.closest('[data-kp-caught]')) {
      const typed = this.caught;
      this.caught = undefined;
      if (typed) {
        field.value += typed;
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      }
      if (this.entered) {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
      }
    }
  };

  /** The control of that key: in the row that has the focus, otherwise the only one there is, or the last one opened. */
  private control(key: string): HTMLElement | undefined {
    const all = controls().filter((control) => control.dataset.kpKey === key);
    const row = focusedRow();
    const inRow = all.find((control) => row.some((part) => part.contains(control)));
    return inRow ?? (all.length === 1 || key.startsWith('mod+') ? all[all.length - 1] : undefined);
  }

  private entries(): Entry[] {
    const found = new Map<string, string>();
    const add = (keys: string, words: string | undefined | null) => {
      const single = !keys.startsWith('mod+');
      if (words && !found.has(keys) && !(single && this.dataset.single === 'off')) {
        found.set(keys, words);
      }
    };
    controls().forEach((control) =>
      add(control.dataset.kpKey ?? '', control.dataset.kpWords ?? control.getAttribute('aria-label') ?? control.textContent));
    if (rowsInSight(document)) {
      add('j', this.dataset.next);
      add('k', this.dataset.previous);
      add('Enter', this.dataset.enter);
    }
    return [...found].map(([keys, words]) => ({ keys, words: words.trim() }));
  }
}

/** Every control with a key that can be used now, in the order of the page. */
function controls(): HTMLElement[] {
  const dialog = topDialog();
  return [...(dialog ?? document).querySelectorAll<HTMLElement>('[data-kp-key]')].filter(
    (control) =>
      !control.hasAttribute('disabled') &&
      // the menu may be folded away
      (control.dataset.kpKey?.includes(' ') || control.localName === 'kp-keys' || control.checkVisibility()),
  );
}

function topDialog(): Element | undefined {
  return [...document.querySelectorAll(DIALOGS)].pop();
}

function typing(event: Event): boolean {
  return event.composedPath().some((part) => part instanceof Element && part.matches(TYPING));
}

function activate(control: Field): void {
  if (control.inputElement) {
    control.focus();
    control.inputElement.select?.();
  } else {
    // a place of the menu holds its link inside
    (control.shadowRoot?.querySelector<HTMLElement>('a[href]') ?? control).click();
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

customElements.define('kp-keys', Keys);
