/*
 * Curves and distributions. The server says in words all that is read; here it is drawn, by a library that is fetched when
 * the first chart is shown. Colours are those of the page, so that a change of its scheme needs no new drawing.
 */
import type { ECharts } from './analysis-chart-engine';

interface Point { mark: string; said: string }
interface Line { name: string; look: 'solid' | 'dashed' | 'dotted' | 'columns'; values: (number | null)[] }
export interface Model {
  marks: { value: number; words: string }[];
  points: Point[];
  lines?: Line[];
  band?: { low: (number | null)[]; high: (number | null)[] };
  markers?: { at: number; name: string }[];
  boxes?: number[][];
  dots?: { at: number; value: number }[];
}

const PAPER_WIDTH = 640;
const SHARPNESS = 2;

class AnalysisChart extends HTMLElement {
  private given?: Model;
  private chart?: ECharts;
  private at = -1;
  private readonly plot = document.createElement('div');
  private readonly guide = document.createElement('div');
  private readonly said = document.createElement('p');
  private readonly room = new ResizeObserver(() => this.chart?.resize());
  private readonly toPaper = () => this.chart?.resize({ width: PAPER_WIDTH });
  private readonly fromPaper = () => this.chart?.resize({ width: 'auto' });

  set model(model: Model) {
    this.given = model;
    void this.draw();
  }

  connectedCallback(): void {
    this.plot.className = 'kp-analysis-plot';
    this.plot.setAttribute('role', 'img');
    this.plot.setAttribute('aria-label', this.dataset.summary ?? '');
    this.guide.className = 'kp-analysis-guide';
    this.said.className = 'kp-analysis-said';
    this.said.setAttribute('aria-live', 'polite');
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', this.dataset.keys ?? '');
    this.tabIndex = 0;
    this.replaceChildren(this.plot, this.guide, this.said);
    this.addEventListener('keydown', this.pressed);
    this.plot.addEventListener('pointermove', (event) => this.pointed(event));
    this.plot.addEventListener('pointerdown', (event) => this.pointed(event));
    this.room.observe(this);
    window.addEventListener('beforeprint', this.toPaper);
    window.addEventListener('afterprint', this.fromPaper);
    void this.draw();
  }

  disconnectedCallback(): void {
    this.room.disconnect();
    window.removeEventListener('beforeprint', this.toPaper);
    window.removeEventListener('afterprint', this.fromPaper);
    this.chart?.dispose();
    this.chart = undefined;
  }

  private async draw(): Promise<void> {
    if (!this.given || !this.isConnected) {
      return;
    }
    const { begin, option } = await import('./analysis-chart-engine');
    if (!this.isConnected) {
      return;
    }
    this.chart ??= begin(this.plot);
    this.chart.setOption(option(this.given), { notMerge: true });
    this.setAttribute('data-drawn', '');
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const last = (this.given?.points.length ?? 0) - 1;
    const to = { ArrowLeft: Math.max(0, this.at - 1), ArrowRight: Math.min(last, this.at + 1), Home: 0, End: last }[event.key];
    if (to !== undefined && event.target === this) {
      event.preventDefault();
      this.say(to);
    }
  };

  private pointed(event: PointerEvent): void {
    const point = this.chart?.convertFromPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]);
    const last = (this.given?.points.length ?? 0) - 1;
    if (Array.isArray(point) && Number.isFinite(point[0])) {
      this.say(Math.max(0, Math.min(last, Math.round(point[0]))));
    }
  }

  private say(at: number): void {
    if (this.chart && this.given && at !== this.at) {
      this.at = at;
      this.said.textContent = this.given.points[at].said;
      this.guide.style.insetInlineStart = this.chart.convertToPixel({ xAxisIndex: 0 }, at) + 'px';
      this.guide.dataset.at = String(at);
    }
  }

  /** Hands the drawing over as a file, with the colours that it has on the screen now. */
  save(kind: 'svg' | 'png', name: string): void {
    if (!this.chart) {
      return;
    }
    const svg = this.finished(this.chart.renderToSVGString());
    const picture = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    if (kind === 'svg') {
      hand(picture, name + '.svg');
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = this.plot.clientWidth * SHARPNESS;
      canvas.height = this.plot.clientHeight * SHARPNESS;
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(picture);
      hand(canvas.toDataURL('image/png'), name + '.png');
    };
    image.src = picture;
  }

  private finished(svg: string): string {
    const probe = document.createElement('span');
    this.append(probe);
    const colour = (name: string) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };
    const known = new Map<string, string>();
    const coloured = svg.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
      known.set(name, known.get(name) ?? colour(name));
      return known.get(name)!;
    });
    const title = document.createElement('title');
    title.textContent = this.dataset.summary ?? '';
    const sheet = `<rect width="100%" height="100%" fill="${colour('--kp-sheet')}"/>`;
    probe.remove();
    return coloured.replace(/^(<svg[^>]*>)/, (head) => head + title.outerHTML + sheet);
  }
}

function hand(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

customElements.define('kp-analysis-chart', AnalysisChart);
