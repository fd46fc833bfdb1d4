/* Moving by rows with J and K, through Vaadin grids and through plain lists that carry data-kp-rows. */

const LEADS = '[data-kp-open], a[href], vaadin-button, button';

type Grid = HTMLElement & { shadowRoot: ShadowRoot };

/** The rows that are shown, in their order: of the grid or list where the focus is, otherwise of the first one. */
export function rowsInSight(within: ParentNode): HTMLElement | undefined {
  const shown = [...within.querySelectorAll<HTMLElement>('vaadin-grid, [data-kp-rows]')].filter((e) => e.checkVisibility());
  return shown.find((e) => e.contains(document.activeElement)) ?? shown[0];
}

/** Puts the focus on the row after (1) or before (-1) the one that has it; on the first where none has. */
export function step(rows: HTMLElement, by: 1 | -1): void {
  if (rows.localName === 'vaadin-grid') {
    stepInGrid(rows as Grid, by);
    return;
  }
  const items = [...rows.children] as HTMLElement[];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const item = at < 0 ? items[0] : items[at + by];
  if (item) {
    const target = lead(item);
    if (!target) {
      item.tabIndex = -1;
    }
    (target ?? item).focus();
    item.scrollIntoView({ block: 'nearest' });
  }
}

/** The grid moves by itself with the arrow keys, also to rows that are not loaded yet. */
function stepInGrid(grid: Grid, by: 1 | -1): void {
  const cell = grid.shadowRoot.activeElement;
  if (cell && grid.shadowRoot.getElementById('items')?.contains(cell)) {
    const key = by > 0 ? 'ArrowDown' : 'ArrowUp';
    cell.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  } else {
    const own = document.activeElement?.closest('vaadin-grid-cell-content');
    const within = own && cellOf(own);
    (within ?? grid.shadowRoot.querySelector<HTMLElement>('#items [tabindex="0"]'))?.focus();
    if (within) {
      stepInGrid(grid, by);
    }
  }
}

/** What the row with the focus shows: for a grid the contents of its cells. Empty where no row has it. */
export function focusedRow(): Element[] {
  const active = document.activeElement;
  const grid = active?.closest<Grid>('vaadin-grid');
  if (grid) {
    const own = active?.closest('vaadin-grid-cell-content');
    const cell = own ? cellOf(own) : grid.shadowRoot.activeElement;
    return [...(cell?.closest('tr')?.querySelectorAll('slot') ?? [])].flatMap((slot) => slot.assignedElements());
  }
  const list = active?.closest('[data-kp-rows]');
  return [...(list?.children ?? [])].filter((item) => item.contains(active));
}

/** What opens the row of a grid whose cell has the focus; none where the focus is in the cell's content or elsewhere. */
export function opensRow(): HTMLElement | undefined {
  const grid = document.activeElement as Grid | null;
  const cell = grid?.localName === 'vaadin-grid' ? grid.shadowRoot.activeElement : null;
  return cell?.closest('#items') ? focusedRow().map(lead).find((e) => e) ?? undefined : undefined;
}

function cellOf(content: Element): HTMLElement | undefined {
  return content.assignedSlot?.closest<HTMLElement>('td') ?? undefined;
}

function lead(row: Element): HTMLElement | null {
  return row.querySelector<HTMLElement>('[data-kp-open]') ?? row.querySelector<HTMLElement>(LEADS);
}
