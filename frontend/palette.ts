/*
 * The field and the list of the command palette work as one: the focus stays in the field while the arrow keys walk through
 * the list (the pattern "combobox with a list" of WAI-ARIA). The server fills the list and writes into data-for which words
 * it answers; Enter waits until these are the ones in the field.
 */
type Field = HTMLElement & { inputElement?: HTMLInputElement };

class Palette extends HTMLElement {
  private readonly changes = new MutationObserver(() => this.listed());
  private awaited = false;

  connectedCallback(): void {
    this.addEventListener('keydown', this.pressed, true);
    this.changes.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-for'] });
    void customElements.whenDefined('vaadin-text-field').then(() => this.listed());
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.pressed, true);
    this.changes.disconnect();
  }

  private get input(): HTMLInputElement | undefined {
    return this.querySelector<Field>('vaadin-text-field')?.inputElement;
  }

  private get list(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[role=listbox]');
  }

  private get options(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=option]')];
  }

  private get current(): HTMLElement | undefined {
    return this.options.find((option) => option.getAttribute('aria-selected') === 'true');
  }

  /** A new list starts at its first line. */
  private listed(): void {
    const input = this.input;
    if (!input) {
      return;
    }
    if (input.getAttribute('role') !== 'combobox') {
      input.setAttribute('role', 'combobox');
      input.setAttribute('aria-expanded', 'true');
      input.setAttribute('aria-autocomplete', 'list');
      input.setAttribute('autocomplete', 'off');
      input.setAttribute('aria-controls', this.list?.id ?? '');
    }
    if (!this.current) {
      this.choose(this.options[0]);
    }
    if (this.awaited && this.answered()) {
      this.awaited = false;
      this.current?.click();
    }
  }

  private answered(): boolean {
    return this.list?.dataset.for === this.input?.value;
  }

  private choose(option: HTMLElement | undefined): void {
    this.options.forEach((other) => other.setAttribute('aria-selected', String(other === option)));
    if (option) {
      this.input?.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      this.input?.removeAttribute('aria-activedescendant');
    }
  }

  private pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.target !== this.input) {
      return;
    }
    const options = this.options;
    const at = options.findIndex((option) => option === this.current);
    if (event.key === 'ArrowDown') {
      this.choose(options[(at + 1) % options.length]);
    } else if (event.key === 'ArrowUp') {
      this.choose(options[(at - 1 + options.length) % options.length]);
    } else if (event.key === 'Enter') {
      this.awaited = !this.answered();
      if (!this.awaited) {
        this.current?.click();
      }
    } else {
      this.awaited = false;
      return;
    }
    event.preventDefault();
  };
}

customElements.define('kp-palette', Palette);
