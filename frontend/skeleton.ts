/*
 * Screens are made on the server, so what people wait for is the round trip of a navigation. When it takes longer than a
 * moment, the outline of the screen that is coming stands in its place, with its geometry, so that nothing jumps when it
 * arrives. It is begun by a click on a link, by the back and forward buttons, and by the buttons and fields in what leads to
 * another state of the same screen (data-kp-goes); it ends when Vaadin's own connection state says that nothing is loading
 * any more.
 */
const SHOWN_AFTER_MS = 200;
const LOADING = 'loading';

type Connection = { state: string; addStateChangeListener(listener: (before: string, now: string) => void): void };

/** Which outline a screen has, by its address; every other screen is a list. */
const SHAPES: [RegExp, string][] = [
  [/^$|^my\/|^team(\/numbers)?$|^records$|^goals|^commercial|^performance/, 'cards'],
  [/^leaderboard/, 'ranks'],
  [/^statements/, 'statement'],
  [/^record\/|^quick|^effort|^account\/(?!data)/, 'form'],
];

/** The parts of each outline: a class of their own, and how often they stand there. */
const PARTS: Record<string, [string, number][]> = {
  cards: [['kp-bone-card', 4]],
  ranks: [['kp-bone-row', 8]],
  statement: [['kp-bone-figure', 1], ['kp-bone-row', 8]],
  form: [['kp-bone-field', 6]],
  list: [['kp-bone-row', 10]],
};

const connection = () => (window as unknown as { Vaadin?: { connectionState?: Connection } }).Vaadin?.connectionState;
let waiting: ReturnType<typeof setTimeout> | undefined;
let listening = false;

function begin(path: string): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (connection()?.state === LOADING) {
      show(path);
    }
  }, SHOWN_AFTER_MS);
}

function show(path: string): void {
  const main = document.querySelector('main.kp-screen');
  if (!main || main.classList.contains('kp-waiting')) {
    return;
  }
  if (!listening) {
    listening = true;
    connection()?.addStateChangeListener((_, now) => now !== LOADING && end());
  }
  main.classList.add('kp-waiting');
  main.setAttribute('aria-busy', 'true');
  const outline = document.createElement('kp-skeleton');
  outline.setAttribute('shape', SHAPES.find(([address]) => address.test(path))?.[1] ?? 'list');
  main.append(outline);
}

function end(): void {
  clearTimeout(waiting);
  document.querySelectorAll('main.kp-waiting').forEach((main) => {
    main.classList.remove('kp-waiting');
    main.removeAttribute('aria-busy');
    main.querySelector(':scope > kp-skeleton')?.remove();
  });
}

/** The outline of a screen of the shape that its attribute names; nothing for who listens instead of looking. */
class Skeleton extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
    const shape = this.getAttribute('shape') ?? 'list';
    const parts: [string, number][] = shape === 'form' ? [] : [['kp-bone-toolbar', 1]];
    this.replaceChildren(...parts.concat(PARTS[shape] ?? PARTS.list).map(([name, count]) => bones(name, count)));
  }
}

function bones(name: string, count: number): HTMLElement {
  const group = document.createElement('div');
  group.className = name + 's';
  for (let i = 0; i < count; i++) {
    const bone = document.createElement('div');
    bone.className = 'kp-bone ' + name;
    group.append(bone);
  }
  return group;
}

/** The address inside the product, without the slash in front. */
function inside(url: URL): string {
  return url.pathname.slice(new URL(document.baseURI).pathname.length);
}

function here(): string {
  return inside(new URL(location.href));
}

function clicked(event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  for (const node of event.composedPath()) {
    if (node instanceof HTMLAnchorElement && node.href) {
      const url = new URL(node.href);
      if (url.origin === location.origin && !node.target && !node.hasAttribute('download') && !node.hasAttribute('router-ignore')) {
        begin(inside(url));
      }
      return;
    }
    if (node instanceof HTMLElement && node.matches('[data-kp-goes] vaadin-button')) {
      begin(here());
      return;
    }
  }
}

customElements.define('kp-skeleton', Skeleton);
document.addEventListener('click', clicked, true);
document.addEventListener('change', (event) => {
  if ((event.target as Element | null)?.closest?.('[data-kp-goes]')) {
    begin(here());
  }
});
window.addEventListener('popstate', () => begin(here()));

export {};
