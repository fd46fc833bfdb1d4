/*
 * Who does nothing for a long time is signed out, since a screen may show pay. What counts is what somebody does in any tab
 * of this browser (pointer, keyboard, touch), never what the page does by itself. The server counts too and has the last
 * word: it is told at most once a minute that somebody is there. A while before the end a dialog of the browser itself asks,
 * says how much time is left, and can be answered with one key.
 *   data-idle, data-warn   seconds until the end, and how long before it the question comes
 *   data-title, data-text, data-left ({0} is the time), data-stay, data-leave   the words
 */
const ACTED = 'kp-acted';
const ACTIONS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const SAY_AT = [60, 30, 10];

type Server = { $server: { acted(): Promise<void>; over(): Promise<void> } };

class Idle extends HTMLElement {
  private idleMs = 0;
  private warnMs = 0;
  private last = Date.now();
  private told = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private dialog: HTMLDialogElement | undefined;
  private leaving = false;

  connectedCallback(): void {
    this.idleMs = Number(this.dataset.idle) * 1000;
    this.warnMs = Number(this.dataset.warn) * 1000;
    // opening a page is something that somebody does, and the server has just seen it
    this.last = Date.now();
    this.told = this.last;
    keep(this.last);
    ACTIONS.forEach((action) => window.addEventListener(action, this.acted, { capture: true, passive: true }));
    window.addEventListener('keydown', this.answered, true);
    window.addEventListener('click', this.answered, true);
    this.ticking = setInterval(this.tick, 1000);
  }

  disconnectedCallback(): void {
    ACTIONS.forEach((action) => window.removeEventListener(action, this.acted, { capture: true }));
    window.removeEventListener('keydown', this.answered, true);
    window.removeEventListener('click', this.answered, true);
    clearInterval(this.ticking);
    this.dialog?.remove();
    this.dialog = undefined;
  }

  private acted = (): void => {
    const now = Date.now();
    // while the question stands there only its answer counts
    if (this.dialog || now - this.last < 1000 || now - this.latest() >= this.idleMs) {
      return;
    }
    this.last = now;
    keep(now);
  };

  /** What was done last in any tab. */
  private latest(): number {
    return Math.max(this.last, Number(kept() ?? 0));
  }

  private tick = (): void => {
    if (this.leaving) {
      return;
    }
    const now = Date.now();
    const left = this.idleMs - (now - this.latest());
    if (left <= 0) {
      this.leave();
    } else if (left <= this.warnMs) {
      this.ask(Math.ceil(left / 1000));
    } else {
      this.close();
      if (this.last > this.told && now - this.told >= Math.min(60_000, this.idleMs / 10)) {
        this.tell(now);
      }
    }
  };

  private tell(now: number): void {
    this.told = now;
    void (this as unknown as Server).$server.acted();
  }

  private stay(): void {
    this.last = Date.now();
    keep(this.last);
    this.tell(this.last);
    this.close();
  }

  /** The server forgets the session; reading the page again leads to signing in, and from there back here. */
  private leave(): void {
    this.leaving = true;
    const again = () => location.reload();
    setTimeout(again, 3000);
    (this as unknown as Server).$server.over().then(again, again);
  }

  private ask(seconds: number): void {
    const dialog = this.dialog ?? this.open();
    const time = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    const words = (this.dataset.left ?? '{0}').replace('{0}', time);
    dialog.querySelector('.kp-idle-left')!.textContent = words;
    if (SAY_AT.includes(seconds)) {
      dialog.querySelector('.kp-told')!.textContent = words;
    }
  }

  private open(): HTMLDialogElement {
    const dialog = document.createElement('dialog');
    dialog.className = 'kp-sheet kp-idle';
    dialog.setAttribute('role', 'alertdialog');
    dialog.setAttribute('aria-labelledby', 'kp-idle-title');
    dialog.setAttribute('aria-describedby', 'kp-idle-text');
    const title = element('h2', 'kp-idle-title', this.dataset.title);
    const text = element('p', 'kp-idle-text', this.dataset.text);
    const left = element('p', '', '');
    left.className = 'kp-idle-left kp-strong';
    const told = element('div', '', '');
    told.className = 'kp-told';
    told.setAttribute('role', 'status');
    const buttons = document.createElement('div');
    buttons.className = 'kp-actions';
    const stay = element('vaadin-button', '', this.dataset.stay);
    stay.setAttribute('theme', 'primary');
    stay.setAttribute('autofocus', '');
    stay.dataset.kpIdle = 'stay';
    const leave = element('vaadin-button', '', this.dataset.leave);
    leave.dataset.kpIdle = 'leave';
    buttons.append(stay, leave);
    dialog.append(title, text, left, told, buttons);
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
    stay.focus();
    this.dialog = dialog;
    return dialog;
  }

  private close(): void {
    this.dialog?.remove();
    this.dialog = undefined;
  }

  /** Before anything else hears of it: a dialog of Vaadin below would take Esc and clicks as its own, and close. */
  private answered = (event: Event): void => {
    if (!this.dialog) {
      return;
    }
    const escape = event instanceof KeyboardEvent && event.key === 'Escape';
    const button = (event.target as Element | null)?.closest?.<HTMLElement>('[data-kp-idle]');
    if (event instanceof KeyboardEvent && !escape) {
      return;
    }
    event.stopImmediatePropagation();
    event.preventDefault();
    if (escape || button?.dataset.kpIdle === 'stay') {
      this.stay();
    } else if (button?.dataset.kpIdle === 'leave') {
      this.close();
      this.leave();
    }
  };
}

function element(tag: string, id: string, text: string | undefined): HTMLElement {
  const made = document.createElement(tag);
  if (id) {
    made.id = id;
  }
  made.textContent = text ?? '';
  return made;
}

/** Without storage each tab counts for itself. */
function keep(moment: number): void {
  try {
    localStorage.setItem(ACTED, String(moment));
  } catch {
    // the tab's own time is kept as well
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(ACTED);
  } catch {
    return null;
  }
}

customElements.define('kp-idle', Idle);

export {};
