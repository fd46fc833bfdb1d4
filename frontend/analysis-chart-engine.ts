/* What the drawing library is told: only the parts of it that are used, in a file of its own, fetched with the first chart. */
import { BarChart, BoxplotChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Model } from './analysis-chart';

use([BarChart, BoxplotChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, LabelLayout, SVGRenderer]);

export type { ECharts };

const COLOURS = ['var(--kp-series-a)', 'var(--kp-series-b)', 'var(--kp-series-c)', 'var(--kp-series-d)'];
const FONT = { color: 'var(--kp-quiet)', fontSize: 12 };
/** How far dots of one group stand from each other, in parts of the room of a group. */
const APART = 0.06;

export function begin(place: HTMLElement): ECharts {
  return init(place, undefined, { renderer: 'svg' });
}

export function option(model: Model): Record<string, unknown> {
  const marks = model.marks;
  const columns = !!model.boxes || !!model.lines?.some((line) => line.look === 'columns');
  return {
    animation: false,
    textStyle: { fontFamily: 'system-ui, sans-serif' },
    grid: { left: 4, right: (model.lines?.length ?? 0) > COLOURS.length ? 24 : 12, top: 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    // the second one places dots between the groups, which the first cannot
    xAxis: [{
      type: 'category',
      data: model.points.map((point) => point.mark),
      boundaryGap: columns,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--kp-quiet)' } },
      // names of groups, each in lines of its words, so that more of them find room; of days some are left out
      axisLabel: { ...FONT, hideOverlap: true, ...(model.boxes && { interval: 0, lineHeight: 15, formatter: (name: string) => name.replaceAll(' ', '\n') }) },
    }, { type: 'value', min: -0.5, max: model.points.length - 0.5, show: false }],
    yAxis: {
      type: 'value',
      axisLine: { show: false },
      axisTick: { show: false },
      min: marks[0].value,
      max: marks[marks.length - 1].value,
      interval: marks[1].value - marks[0].value,
      splitLine: { lineStyle: { color: 'var(--kp-line)' } },
      axisLabel: { ...FONT, formatter: (value: number) => nearest(marks, value) },
    },
    series: [...band(model), ...lines(model), ...boxes(model), ...dots(model)],
  };
}

/** The words of the mark at that height; floating numbers do not hit it exactly. */
function nearest(marks: Model['marks'], value: number): string {
  return marks.reduce((best, mark) => (Math.abs(mark.value - value) < Math.abs(best.value - value) ? mark : best)).words;
}

/** With more lines than colours a number stands at the end of each, as in its name. */
function numbered(model: Model, i: number): object {
  return (model.lines?.length ?? 0) > COLOURS.length ? { endLabel: { show: true, formatter: String(i + 1), color: 'var(--kp-ink)', fontSize: 12, distance: 4 }, labelLayout: { moveOverlap: 'shiftY' } } : {};
}

function lines(model: Model): unknown[] {
  return (model.lines ?? []).map((line, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const common = { name: line.name, data: line.values, silent: true, emphasis: { disabled: true }, ...(i ? {} : marked(model)) };
    return line.look === 'columns'
      ? { ...common, type: 'bar', itemStyle: { color: colour }, barMaxWidth: 36 }
      : { ...common, type: 'line', showSymbol: false, symbol: 'circle', lineStyle: { color: colour, width: 2.5, type: line.look }, itemStyle: { color: colour }, z: 5 - i, ...numbered(model, i) };
  });
}

function marked(model: Model): object {
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: 'var(--kp-mark)', type: 'dashed', width: 1 },
      label: { color: 'var(--kp-ink)', fontSize: 12, formatter: '{b}' },
      data: (model.markers ?? []).map((marker) => ({ name: marker.name, xAxis: marker.at })),
    },
  };
}

/** An unseen line with an area on top of it. */
function band(model: Model): unknown[] {
  if (!model.band) {
    return [];
  }
  const { low, high } = model.band;
  const height = high.map((value, i) => (value === null || low[i] === null ? null : value - low[i]!));
  const unseen = { type: 'line', stack: 'band', stackStrategy: 'all', silent: true, showSymbol: false, lineStyle: { width: 0 }, emphasis: { disabled: true }, z: 0 };
  return [
    { ...unseen, data: low },
    { ...unseen, data: height, areaStyle: { color: 'var(--kp-quiet)', opacity: 0.25 } },
  ];
}

function boxes(model: Model): unknown[] {
  if (!model.boxes) {
    return [];
  }
  const style = { color: 'var(--kp-track)', borderColor: COLOURS[0], borderWidth: 1.5 };
  return [{ type: 'boxplot', data: model.boxes.map((box) => (box.length ? box : '-')), silent: true, itemStyle: style, emphasis: { disabled: true } }];
}

/** Beside each other as far as they would cover each other, always in the same way. */
function dots(model: Model): unknown[] {
  if (!model.dots) {
    return [];
  }
  const data = model.dots.map((dot, i) => [dot.at + (((i * 7) % 9) - 4) * APART, dot.value]);
  return [{
    type: 'scatter', xAxisIndex: 1, data, silent: true, symbolSize: 7, emphasis: { disabled: true },
    itemStyle: { color: COLOURS[1], opacity: 0.8, borderColor: 'var(--kp-sheet)', borderWidth: 1 }, z: 6,
  }];
}
