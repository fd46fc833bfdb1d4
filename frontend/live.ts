/*
 * Around what the server builds anew whenever results change: the focus stays on the control that takes the place of the one
 * that had it, and rows slide from their old place to their new one (first, last, invert, play). Rows are known by data-kp-row.
 */
const FOCUSABLE = 'a[href], button, vaadin-button, summary, input, [tabindex]';
const SLIDE_MS = 350;

class Live extends HTMLElement {
  private readonly changes = new MutationObserver(() => this.changed());
  private places = new Map<string, number>();
  private kept?: { row: string | undefined; at: number };
  private pending = false;

  connectedCallback(): void {
    this.changes.observe(this, { childList: true, subtree: true });
    document.addEventListener('focusin', this.focused);
    document.addEventListener('pointerdown', this.pressed);
    this.places = this.look();
  }

  disconnectedCallback(): void {
    this.changes.disconnect();
    document.removeEventListener('focusin', this.focused);
    document.removeEventListener('pointerdown', this.pressed);
  }

  private focused = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    if (!this.contains(target)) {
      this.kept = undefined;
      return;
    }
    const row = target.closest<HTMLElement>('[data-kp-row]');
    const within = row ?? this;
    this.kept = {
      row: row?.dataset.kpRow,
      at: target === row ? -1 : this.stops(within).findIndex((stop) => stop.contains(target)),
    };
  };

  private pressed = (event: PointerEvent): void => {
    if (!this.contains(event.target as Node)) {
      this.kept = undefined;
    }
  };

  private stops(within: HTMLElement): HTMLElement[] {
    return [...within.querySelectorAll<HTMLElement>(FOCUSABLE)];
  }

  private rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-kp-row]')];
  }

  private look(): Map<string, number> {
    return new Map(this.rows().map((row) => [row.dataset.kpRow ?? '', row.offsetTop]));
  }

  /** One answer of the server makes many changes: they are taken together, before the browser paints. */
  private changed(): void {
    if (!this.pending) {
      this.pending = true;
      requestAnimationFrame(() => {
        this.pending = false;
        this.refocus();
        this.slide();
      });
    }
  }

  private refocus(): void {
    const kept = this.kept;
    if (!kept || document.activeElement !== document.body) {
      return;
    }
    const row = kept.row === undefined ? undefined : this.rows().find((one) => one.dataset.kpRow === kept.row);
    if (kept.row !== undefined && !row) {
      return;
    }
    const stop = kept.at < 0 ? undefined : this.stops(row ?? this)[kept.at];
    const target = stop ?? row;
    if (target === row && row && !row.hasAttribute('tabindex')) {
      row.tabIndex = -1;
    }
    target?.focus({ preventScroll: true });
  }

  private slide(): void {
    const before = this.places;
    this.places = this.look();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      return;
    }
    for (const row of this.rows()) {
      const was = before.get(row.dataset.kpRow ?? '');
      const by = was === undefined ? 0 : was - row.offsetTop;
      if (by !== 0) {
        row.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], { duration: SLIDE_MS, easing: 'ease-out' });
        row.classList.add('kp-moved');
        setTimeout(() => row.classList.remove('kp-moved'), 2000);
      }
    }
  }
}

customElements.define('kp-live', Live);
